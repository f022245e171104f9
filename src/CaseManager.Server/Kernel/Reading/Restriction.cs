using System.Globalization;
using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Kernel.Reading;

/// <summary>One restriction of a record's own marking, as its history tells it: in the short words that are stamped on paper. Nobody is named by it.</summary>
public sealed record Restriction(string Words) : IInWords
{
    string IInWords.InWords() => Words;

    public static Items<Restriction> Of(Items<OfficerId> readers, Caveats? caveats) => [.. Said(readers, caveats ?? Caveats.None).Select(words => new Restriction(words))];

    public static Items<Restriction> Of(Marked marked) => Of(marked.Readers, marked.Caveats);

    private static IEnumerable<string> Said(Items<OfficerId> readers, Caveats caveats)
    {
        if (readers.Count > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"BY NAME {readers.Count}");
        foreach (var code in caveats.Handling)
            yield return code == HandlingCode.H3 ? $"H3 {caveats.HandlingText}" : code.ToString();
        if (!caveats.ReleasedTo.NamesNobody())
            yield return $"REL TO {Names(caveats.ReleasedTo)}";
        if (!caveats.NotTo.NamesNobody())
            yield return $"NOT TO {Names(caveats.NotTo)}";
        if (caveats.Compartments.Count > 0)
            yield return "SEALED";
        if (caveats.EmbargoUntil is { } until)
            yield return $"EMBARGO {until.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}";
    }

    private static string Names(Recipients recipients) => string.Join(' ', recipients.Agencies.Select(agency => agency.Code).Concat(recipients.Countries));
}
