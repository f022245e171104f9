using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Interests;

/// <summary>The words of an interest.</summary>
public static class Words
{
    public const int Longest = 200;
    public const int MostParts = 8;

    private const int Telling = 2;
    private const int Letters = 3;

    public static readonly Refusal TooBroad = new("interest.too-broad", "An interest names at least two words of three letters or more.");
    public static readonly Refusal TooManyParts = new("interest.too-many-parts", "An interest has at most eight parts between commas.");

    /// <summary>What stands between commas. All words of a part are found in one record, all parts in one case.</summary>
    public static IReadOnlyList<string> Parts(string words) =>
        words.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static Refusal? Check(string? words)
    {
        if (Text.Check(words, Longest, "words") is { } bad)
            return bad;
        var named = Parts(words!).SelectMany(part => part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(word => word.Count(char.IsLetter) >= Letters);
        if (named.Distinct(StringComparer.OrdinalIgnoreCase).Count() < Telling)
            return TooBroad.At("words");
        return Parts(words!).Count > MostParts ? TooManyParts.At("words") : null;
    }
}
