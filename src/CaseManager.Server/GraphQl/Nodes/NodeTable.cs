using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.GraphQl.Nodes;

/// <summary>The nodes of a model by name, by row and by id type.</summary>
internal sealed class NodeTable
{
    private readonly Dictionary<string, NodeBinding> _byName;
    private readonly Dictionary<Type, NodeBinding> _byRow;
    private readonly Dictionary<Type, NodeBinding> _byId;

    public NodeTable(WireModel model)
    {
        All = [.. model.Nodes.Select(n => new NodeBinding(n))];
        _byName = All.ToDictionary(n => n.Name, StringComparer.Ordinal);
        _byRow = All.ToDictionary(n => n.Type.Row);
        _byId = All.ToDictionary(n => n.Type.Id);
    }

    public IReadOnlyList<NodeBinding> All { get; }

    public NodeBinding? Named(string name) => _byName.GetValueOrDefault(name);

    public NodeBinding? OfRow(Type row) => _byRow.GetValueOrDefault(row);

    public NodeBinding? OfId(Type id) => _byId.GetValueOrDefault(id);

    public NodeBinding RequireRow(Type row, string place) => OfRow(row)
        ?? throw new InvalidOperationException($"{place}: {row.Name} is no registered node, so there are no columns to filter or order by.");
}
