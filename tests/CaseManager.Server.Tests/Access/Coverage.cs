using GraphQLParser;
using GraphQLParser.AST;

namespace CaseManager.Server.Tests.Access;

/// <summary>Which root fields, edges and as-of arguments of the schema the questions reach.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<string, GraphQLObjectTypeDefinition> _types;
    private readonly HashSet<string> _reached = [];

    public Coverage(string schema) =>
        _types = Parser.Parse(schema).Definitions.OfType<GraphQLObjectTypeDefinition>().ToDictionary(t => t.Name.StringValue);

    /// <summary>Root fields, fields that lead to another object, and the same as of a time.</summary>
    public IEnumerable<string> Needed
    {
        get
        {
            foreach (var (name, type) in _types.Where(t => IsRecord(t.Key)))
            {
                foreach (var edge in type.Fields!.Items.Where(f => name is "Query" or "Subscription" || IsComposite(Named(f.Type))))
                {
                    yield return $"{name}.{edge.Name.StringValue}";
                    foreach (var argument in edge.Arguments?.Items.Where(a => a.Name.StringValue is "asOf" or "at") ?? [])
                        yield return $"{name}.{edge.Name.StringValue}({argument.Name.StringValue})";
                }
            }
        }
    }

    public IReadOnlySet<string> Reached => _reached;

    public void Walk(string document)
    {
        var operation = Parser.Parse(document).Definitions.OfType<GraphQLOperationDefinition>().Single();
        Walk(operation.SelectionSet, operation.Operation == OperationType.Subscription ? "Subscription" : "Query");
    }

    private void Walk(GraphQLSelectionSet set, string type)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is GraphQLInlineFragment { TypeCondition: { } condition } inline)
                Walk(inline.SelectionSet, condition.Type.Name.StringValue);
            else if (selection is GraphQLField field)
                Walk(field, type);
        }
    }

    private void Walk(GraphQLField field, string type)
    {
        var name = $"{type}.{field.Name.StringValue}";
        _reached.Add(name);
        foreach (var argument in field.Arguments?.Items ?? [])
            _reached.Add($"{name}({argument.Name.StringValue})");
        if (field.SelectionSet is { } below && _types.GetValueOrDefault(type)?.Fields!.Items.SingleOrDefault(f => f.Name.Value == field.Name.Value) is { } definition)
            Walk(below, Named(definition.Type));
    }

    // Pages are walked through the lists that have them; acts are another matter.
    private static bool IsRecord(string type) =>
        type != "Mutation" && type != "PageInfo" && !type.EndsWith("Payload", StringComparison.Ordinal) && !type.EndsWith("Error", StringComparison.Ordinal)
        && !type.EndsWith("Edge", StringComparison.Ordinal) && !type.EndsWith("Connection", StringComparison.Ordinal) && type != "FieldDifference";

    private bool IsComposite(string type) => _types.ContainsKey(type) || type == "Node";

    private static string Named(GraphQLType type) => type switch
    {
        GraphQLNonNullType of => Named(of.Type),
        GraphQLListType of => Named(of.Type),
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new InvalidOperationException(type.ToString()),
    };
}
