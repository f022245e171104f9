using GraphQLParser;
using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl.Guard;

internal static class Ast
{
    public static GraphQLArgument? Find(this GraphQLArguments arguments, ROM name) => arguments.Items.Find(a => a.Name.Value == name);

    public static GraphQLFragmentDefinition? Fragment(this GraphQLDocument document, ROM name) =>
        document.Definitions.Find(d => d is GraphQLFragmentDefinition f && f.FragmentName.Name.Value == name) as GraphQLFragmentDefinition;
}
