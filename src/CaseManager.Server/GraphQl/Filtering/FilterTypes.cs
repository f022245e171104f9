using CaseManager.Server.GraphQl.Nodes;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Filtering;

/// <summary><c>CaseFilterInput</c> and its like, from the columns of the views.</summary>
internal sealed class FilterTypes(OperationTypes operations)
{
    private readonly Dictionary<string, (InputObjectGraphType Type, FilterReader Reader)> _made = new(StringComparer.Ordinal);

    public (InputObjectGraphType Type, FilterReader Reader) Of(NodeBinding node)
    {
        if (_made.TryGetValue(node.Name, out var known))
            return known;
        var made = new InputObjectGraphType { Name = node.Name + "FilterInput" };
        made.AddField(new FieldType { Name = "and", ResolvedType = new ListGraphType(new NonNullGraphType(made)) });
        made.AddField(new FieldType { Name = "or", ResolvedType = new ListGraphType(new NonNullGraphType(made)) });
        var columns = node.Type.View.Columns.Where(c => c.Filterable).ToDictionary(c => c.Name, StringComparer.Ordinal);
        foreach (var column in columns.Values)
            made.AddField(new FieldType { Name = column.Name, ResolvedType = operations.For(column) });
        return _made[node.Name] = (made, new FilterReader(columns));
    }
}
