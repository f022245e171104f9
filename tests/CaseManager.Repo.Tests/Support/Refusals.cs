using System.Text.RegularExpressions;
using CaseManager.Domain.Kernel;

namespace CaseManager.Repo.Tests.Support;

/// <summary>All that the program says no with.</summary>
internal static partial class Refusals
{
    /// <summary>Those that are kept in a field of their own.</summary>
    public static IReadOnlyList<Refusal> Kept { get; } =
    [
        .. Assemblies.Domain.GetTypes().Concat(Assemblies.Server.GetTypes()).Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(Assemblies.Everything)).Where(f => f.IsStatic && f.FieldType == typeof(Refusal))
            .Select(f => (Refusal)f.GetValue(null)!),
    ];

    /// <summary>Codes of refusals, with those that are made where a row is told apart by an index.</summary>
    public static IEnumerable<string> Codes => Kept.Select(refusal => refusal.Code).Concat(Tree.Code("src").SelectMany(f => Made().Matches(f.Text)).Select(m => m.Groups[1].Value)).Distinct();

    /// <summary>Codes of questions that are not answered at all.</summary>
    public static IEnumerable<string> WireCodes => Tree.File("src/CaseManager.Server/GraphQl/Codes.cs").Lines.SelectMany(line => Wire().Matches(line)).Select(m => m.Groups[1].Value);

    [GeneratedRegex("""\] = new\("([a-z-]+\.[a-z0-9-]+)", "[^"]+\.", """)]
    private static partial Regex Made();

    [GeneratedRegex("""const string \w+ = "([A-Z0-9_]+)";""")]
    private static partial Regex Wire();
}
