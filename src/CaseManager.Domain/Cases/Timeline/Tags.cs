using System.Text;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Words people file entries under. The same word is the same tag, however it was typed in.</summary>
public static class Tags
{
    public static readonly Refusal TooMany = new("entry.too-many-tags", "An entry carries 20 tags at most.");

    /// <summary>Without blanks around it, single blanks within it, composed letters (NFC); capitals are kept.</summary>
    public static string Normal(string tag) =>
        string.Join(' ', tag.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);

    public static Items<string> Normal(IEnumerable<string> tags) => [.. tags.Select(Normal).Distinct(StringComparer.Ordinal)];

    public static Refusal? Check(string? tag, string field) => Text.Check(tag, CaseLimits.Tag, field);

    public static Refusal? Check(IReadOnlyList<string> tags, string field)
    {
        for (var i = 0; i < tags.Count; i++)
        {
            if (Check(tags[i], $"{field}.{i}") is { } badTag)
                return badTag;
        }
        return Normal(tags).Count > CaseLimits.Tags ? TooMany.At(field) : null;
    }
}
