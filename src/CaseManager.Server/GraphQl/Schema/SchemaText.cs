using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;

namespace CaseManager.Server.GraphQl;

/// <summary>The schema as SDL: the same text on every machine, so that it can be committed and reviewed.</summary>
internal static partial class SchemaText
{
    public static string Print(ISchema schema)
    {
        var text = schema.Print(new PrintOptions
        {
            IncludeDescriptions = true,
            IncludeDeprecationReasons = true,
            StringComparison = StringComparison.Ordinal,
        });
        return BuiltIn().Replace(text.ReplaceLineEndings("\n"), "").TrimEnd() + "\n";
    }

    /// <summary>The specification defines these itself; the library only knows them when told.</summary>
    [GeneratedRegex("(\"[^\"\n]*\"\n)?directive @(oneOf|specifiedBy)[^\n]*\n\n")]
    private static partial Regex BuiltIn();
}
