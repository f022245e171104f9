using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;

namespace CaseManager.Server.GraphQl;

/// <summary>The schema as SDL: the same text on every machine, so that it can be committed and reviewed.</summary>
internal static class SchemaText
{
    public static string Print(ISchema schema) => schema.Print(new PrintOptions
    {
        IncludeDescriptions = true,
        IncludeDeprecationReasons = true,
        StringComparison = StringComparison.Ordinal,
    }).ReplaceLineEndings("\n").TrimEnd() + "\n";
}
