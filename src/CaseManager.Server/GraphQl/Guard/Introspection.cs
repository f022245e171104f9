using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl.Guard;

internal static class Introspection
{
    /// <summary>Meta fields stand at the root of a query or in a fragment on it; looking at every selection is cheap enough.</summary>
    public static bool IsIn(GraphQLDocument document) => document.Definitions.Exists(d => d switch
    {
        GraphQLOperationDefinition operation => IsIn(operation.SelectionSet),
        GraphQLFragmentDefinition fragment => IsIn(fragment.SelectionSet),
        _ => false,
    });

    private static bool IsIn(GraphQLSelectionSet? set) => set?.Selections.Exists(s => s switch
    {
        GraphQLField field => field.Name.Value.Span is "__schema" or "__type" || IsIn(field.SelectionSet),
        GraphQLInlineFragment inline => IsIn(inline.SelectionSet),
        _ => false,
    }) ?? false;
}
