using CaseManager.Server.GraphQl.Nodes;
using CaseManager.Server.GraphQl.Schema;
using CaseManager.Server.Kernel.Reading;
using GraphQL;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Filtering;

/// <summary><c>CaseSortInput</c> and its like: one field for each column that can be ordered by.</summary>
internal sealed class SortTypes(EnumTypes enums)
{
    private readonly Dictionary<string, InputObjectGraphType> _made = new(StringComparer.Ordinal);

    public InputObjectGraphType Of(NodeBinding node)
    {
        if (_made.TryGetValue(node.Name, out var known))
            return known;
        var made = new InputObjectGraphType { Name = node.Name + "SortInput" };
        foreach (var column in node.Type.View.Columns.Where(c => c.Sortable))
            made.AddField(new FieldType { Name = column.Name, ResolvedType = enums.Sorting });
        return _made[node.Name] = made;
    }

    public static List<Sorting> Read(NodeBinding node, System.Collections.IEnumerable order)
    {
        var by = new List<Sorting>();
        foreach (IDictionary<string, object?> entry in order)
            foreach (var (name, descending) in entry)
                if (descending is bool down)
                    by.Add(new Sorting(node.Type.View.Columns.First(c => c.Sortable && c.Name == name), down));
        if (by.Count > Limits.Sortings)
            throw new ExecutionError($"A list may be ordered by {Limits.Sortings} columns.") { Code = Codes.Filter };
        return by;
    }
}
