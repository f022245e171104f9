using CaseManager.Server.GraphQl.Schema;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl.Guard;

/// <summary>
/// Finds the field after which an operation asks the database no more, where the document alone tells: when the fields that ask lie one
/// below the other, none of them in a list, and the lowest asks once. Known beforehand, the transaction ends with its answer.
/// </summary>
internal sealed class LastQuestion(ISchema schema, GraphQLDocument document)
{
    private readonly HashSet<string> _spread = new(StringComparer.Ordinal);
    private GraphQLField? _lowest;
    private bool _once;
    private bool _untold;

    public static GraphQLField? Of(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        if (operation.Operation != OperationType.Query)
            return null;
        var walk = new LastQuestion(schema, document);
        walk.Set(operation.SelectionSet, schema.Query, null, false);
        return walk is { _untold: false, _once: true } ? walk._lowest : null;
    }

    private void Set(GraphQLSelectionSet? set, IGraphType? type, GraphQLField? above, bool listed)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            if (_untold)
                return;
            if (selection is GraphQLField field)
                Field(field, type, above, listed);
            else if (selection is GraphQLInlineFragment inline)
                Set(inline.SelectionSet, Condition(inline.TypeCondition) ?? type, above, listed);
            else if (selection is GraphQLFragmentSpread spread)
                Fragment(spread.FragmentName.Name.StringValue, above, listed);
        }
    }

    private void Fragment(string name, GraphQLField? above, bool listed)
    {
        // Spread twice, its fields are executed twice.
        if (_spread.Add(name) && document.Fragment(name) is { } fragment)
            Set(fragment.SelectionSet, Condition(fragment.TypeCondition), above, listed);
        else
            _untold = true;
    }

    private void Field(GraphQLField field, IGraphType? type, GraphQLField? above, bool listed)
    {
        if ((type as IComplexGraphType)?.GetField(field.Name.Value) is not { } definition)
            return;
        if (Costs.Asks(definition))
        {
            _untold |= listed || !ReferenceEquals(above, _lowest);
            (_lowest, _once, above) = (field, Costs.AsksOnce(definition), field);
        }
        var shown = definition.ResolvedType is NonNullGraphType { ResolvedType: { } inner } ? inner : definition.ResolvedType;
        Set(field.SelectionSet, shown?.GetNamedType(), above, listed || shown is ListGraphType);
    }

    private IGraphType? Condition(GraphQLTypeCondition? condition) => condition is null ? null : schema.AllTypes[condition.Type.Name.Value];
}
