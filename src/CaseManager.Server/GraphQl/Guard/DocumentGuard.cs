using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl.Guard;

/// <summary>
/// One linear walk over a parsed document before the library validates it. The library's rules are quadratic in repeated
/// fields and its complexity visitor is exponential in fragments, so what they are given must be small already.
/// </summary>
internal sealed class DocumentGuard
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Measure> _measured = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private int _aliases;
    private int _directives;
    private string? _fault;

    /// <summary>Null when the document may be validated; otherwise which limit it exceeds.</summary>
    public static string? Fault(GraphQLDocument document) => new DocumentGuard().Check(document);

    private string? Check(GraphQLDocument document)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().ToList();
        if (operations.Count > Limits.Operations)
            return $"A document may hold {Limits.Operations} operations.";
        if (fragments.Count > Limits.Fragments)
            return $"A document may hold {Limits.Fragments} fragments.";
        foreach (var fragment in fragments)
            _fragments[fragment.FragmentName.Name.StringValue] = fragment;
        foreach (var fragment in fragments)
            Fragment(fragment.FragmentName.Name.StringValue);
        foreach (var operation in operations)
            Operation(operation);
        return _fault;
    }

    private void Operation(GraphQLOperationDefinition operation)
    {
        Annotated(operation);
        if (operation.Variables?.Count > Limits.Variables)
            Refuse($"An operation may take {Limits.Variables} variables.");
        foreach (var variable in operation.Variables?.Items ?? [])
        {
            Annotated(variable);
            Literal(variable.DefaultValue, 1);
        }
        var measure = Set(operation.SelectionSet);
        if (measure.Depth > Limits.Depth || measure.DeepestIntrospection > Limits.IntrospectionDepth)
            Refuse($"Selections may be nested {Limits.Depth} levels deep.");
        if (measure.Selections > Limits.ExpandedSelections)
            Refuse($"An operation may select {Limits.ExpandedSelections} fields, fragments written out.");
        if (operation.Operation == OperationType.Mutation && operation.SelectionSet.Selections.Count > Limits.MutationsPerOperation)
            Refuse($"An operation may hold {Limits.MutationsPerOperation} mutations.");
    }

    private Measure Set(GraphQLSelectionSet? set)
    {
        var sum = default(Measure);
        if (set is null || _fault is not null)
            return sum;
        if (set.Selections.Count > Limits.SelectionsPerSet)
            Refuse($"A selection set may hold {Limits.SelectionsPerSet} selections.");
        foreach (var selection in set.Selections)
            sum = sum.Beside(Selection(selection));
        return sum;
    }

    private Measure Selection(ASTNode selection)
    {
        Annotated((IHasDirectivesNode)selection);
        return selection switch
        {
            GraphQLField field => Field(field),
            GraphQLInlineFragment inline => Set(inline.SelectionSet),
            GraphQLFragmentSpread spread => Fragment(spread.FragmentName.Name.StringValue),
            _ => default,
        };
    }

    private Measure Field(GraphQLField field)
    {
        if (field.Alias is not null && ++_aliases > Limits.Aliases)
            Refuse($"A document may hold {Limits.Aliases} aliases.");
        foreach (var argument in field.Arguments?.Items ?? [])
            Literal(argument.Value, 1);
        return Set(field.SelectionSet).Below(field.Name.Value.Span is "__schema" or "__type");
    }

    /// <summary>Each fragment is measured once, however often it is spread.</summary>
    private Measure Fragment(string name)
    {
        if (_measured.TryGetValue(name, out var known))
            return known;
        if (!_fragments.TryGetValue(name, out var fragment))
            return default;
        if (!_open.Add(name))
        {
            Refuse("A fragment contains itself.");
            return default;
        }
        Annotated(fragment);
        return _measured[name] = Set(fragment.SelectionSet);
    }

    private void Literal(GraphQLValue? value, int depth)
    {
        if (depth > Limits.LiteralDepth)
            Refuse($"A value may be nested {Limits.LiteralDepth} levels deep.");
        else if (value is GraphQLListValue { Values: { } items })
            items.ForEach(item => Literal(item, depth + 1));
        else if (value is GraphQLObjectValue { Fields: { } fields })
            fields.ForEach(field => Literal(field.Value, depth + 1));
    }

    private void Annotated(IHasDirectivesNode node)
    {
        if (node.Directives is not { Count: > 0 } directives)
            return;
        if ((_directives += directives.Count) > Limits.Directives)
            Refuse($"A document may hold {Limits.Directives} directives.");
        foreach (var directive in directives.Items)
            foreach (var argument in directive.Arguments?.Items ?? [])
                Literal(argument.Value, 1);
    }

    private void Refuse(string fault) => _fault ??= fault;
}
