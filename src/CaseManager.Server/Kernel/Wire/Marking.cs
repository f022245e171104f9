using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Rights;

namespace CaseManager.Server.Kernel.Wire;

/// <summary>How a record is marked, together with what it stands under. Whom TLP:RED names is not said here.</summary>
/// <param name="Originators">The agencies it comes from.</param>
/// <param name="Tlp">The strictest.</param>
/// <param name="Handling">What may be done with it, by Europol's codes; <paramref name="HandlingTexts"/> the words of H3.</param>
/// <param name="ReleasedTo">Only these, beside the originating agency; each that is listed must cover the reader.</param>
/// <param name="NotTo">None of these.</param>
/// <param name="Compartments">Sealed: read by those alone who are inside all of them.</param>
/// <param name="EmbargoUntil">Before this moment only the originating agency reads it.</param>
public sealed record Marking(
    Items<AgencyId> Originators, Tlp Tlp, Items<HandlingCode> Handling, Items<string> HandlingTexts, Items<Recipients> ReleasedTo, Items<Recipients> NotTo,
    Items<CompartmentId> Compartments, DateTimeOffset? EmbargoUntil)
{
    internal static Marking Of(Label label)
    {
        var caveats = label.Parts().Select(part => part.Caveats).OfType<Caveats>().ToList();
        return new(
            [.. label.Parts().Select(part => part.Originator).Distinct()], label.Shown(), [.. caveats.SelectMany(c => c.Handling).Distinct().Order()],
            [.. caveats.Select(c => c.HandlingText).OfType<string>().Distinct()], [.. caveats.Select(c => c.ReleasedTo).Where(r => !r.NamesNobody()).Distinct()],
            [.. caveats.Select(c => c.NotTo).Where(r => !r.NamesNobody()).Distinct()], [.. caveats.SelectMany(c => c.Compartments).Distinct()],
            caveats.Max(c => c.EmbargoUntil));
    }
}

/// <summary>The marking as a field of every record that people read.</summary>
public static class MarkingOf<TRow> where TRow : class, IRow
{
    /// <summary>How the record is marked.</summary>
    public static Marking Marking(TRow row, Labels labels) => Wire.Marking.Of(labels.Seen(row.Label));
}
