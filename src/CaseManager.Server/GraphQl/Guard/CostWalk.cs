using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.GraphQl.Schema;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl.Guard;

/// <summary>Adds up weights over one operation, each fragment once.</summary>
internal sealed class CostWalk(
    ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, IReadOnlyDictionary<string, object?>? variables)
{
    private readonly Dictionary<string, Cost> _fragments = new(StringComparer.Ordinal);

    /// <summary>A page size came from a variable.</summary>
    public bool Varies { get; private set; }

    public Cost Operation() => Set(operation.SelectionSet, operation.Operation switch
    {
        OperationType.Mutation => schema.Mutation,
        OperationType.Subscription => schema.Subscription,
        _ => schema.Query,
    }, 1);

    /// <param name="page">Rows below fields that list them.</param>
    private Cost Set(GraphQLSelectionSet? set, IGraphType? type, int page)
    {
        var sum = default(Cost);
        foreach (var selection in set?.Selections ?? [])
            sum += selection switch
            {
                GraphQLField field => Field(field, type, page),
                GraphQLInlineFragment inline => Set(inline.SelectionSet, Condition(inline.TypeCondition, type), page),
                GraphQLFragmentSpread spread => Fragment(spread.FragmentName.Name.StringValue, page),
                _ => default,
            };
        return sum;
    }

    private Cost Fragment(string name, int page)
    {
        var key = $"{name}@{page}";
        if (_fragments.TryGetValue(key, out var known))
            return known;
        var fragment = document.Fragment(name);
        return _fragments[key] = fragment is null ? default : Set(fragment.SelectionSet, Condition(fragment.TypeCondition, null), page);
    }

    private Cost Field(GraphQLField field, IGraphType? type, int page)
    {
        if ((type as IComplexGraphType)?.GetField(field.Name.Value) is not { } definition)
            return default;
        var named = definition.ResolvedType!.GetNamedType();
        var composite = named is not ScalarGraphType;
        var weight = Costs.WeightOf(definition) ?? (composite ? Costs.Composite : 0);
        foreach (var argument in field.Arguments?.Items ?? [])
            if (definition.Arguments?.Find(argument.Name.Value) is { } known)
                weight += Costs.WeightOf(known) ?? 0;
        var inner = Costs.IsConnection(definition) ? PageSize(field) : 1;
        var below = Set(field.SelectionSet, named, inner);
        var one = new Cost(weight, composite ? 1 : 0) + below;
        return Times(field, definition, page) * one;
    }

    private int Times(GraphQLField field, FieldType definition, int page)
    {
        if (definition.Name is "edges" or "nodes" && definition.Arguments is not { Count: > 0 })
            return page;
        return field.Arguments?.Find("ids") is { } ids ? Count(ids.Value) : 1;
    }

    private int PageSize(GraphQLField field)
    {
        var slice = field.Arguments?.Find("first") ?? field.Arguments?.Find("last");
        return Math.Clamp(slice is null ? Limits.PageDefault : Number(slice.Value) ?? Limits.PageDefault, 0, Limits.PageMost);
    }

    private int? Number(GraphQLValue value) => value switch
    {
        GraphQLIntValue number => int.TryParse(number.Value.Span, out var literal) ? literal : null,
        GraphQLVariable variable => Given(variable) is { } given ? given as int? ?? Limits.PageMost : DefaultOf(variable) is { } set ? Number(set) : null,
        _ => null,
    };

    private int Count(GraphQLValue value) => value switch
    {
        GraphQLListValue list => list.Values?.Count ?? 0,
        GraphQLVariable variable => Given(variable) is System.Collections.ICollection given ? given.Count : 1,
        _ => 1,
    };

    private object? Given(GraphQLVariable variable)
    {
        Varies = true;
        return variables is not null && variables.TryGetValue(variable.Name.StringValue, out var value) ? value : null;
    }

    private GraphQLValue? DefaultOf(GraphQLVariable variable) =>
        operation.Variables?.Items.Find(v => v.Variable.Name.Value == variable.Name.Value)?.DefaultValue;

    private IGraphType? Condition(GraphQLTypeCondition? condition, IGraphType? type) =>
        condition is null ? type : schema.AllTypes[condition.Type.Name.Value];
}
