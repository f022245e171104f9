using CaseManager.Domain.Access;
using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Cases;

/// <summary>Marking anew what is there already: raised by whoever answers for it, lowered by its originating agency alone.</summary>
public static class MarkingMutations
{
    /// <summary>Marks a case anew, and with it all that stands under it. What is not given is no longer said.</summary>
    [Returns<CaseRow>("case")]
    public static async Task<Acted> ChangeCaseMarking(ChangeCaseMarkingInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        var id = input.Case.Value;
        if (await reader.LabelOf(new AnyRecord(typeof(CaseId), id), cancel) is not { } label)
            return Refusal.Unknown;
        return await ledger.Act(intent, new Undertaking(id, input.Version, [.. input.Caveats?.Streams ?? []], [], ground =>
        {
            if (MarkingChange.Forbids(ground, id, Permission.AmendCase, input.Caveats, input.Reason, out var by) is { } no)
                return no;
            var file = ground.State<CaseFile, ICaseFact>(id)!;
            var command = new ChangeCaseMarking(input.Tlp, [.. input.Readers ?? []], input.Caveats?.Read() ?? Caveats.None, by);
            return MarkingChange.Of(ground, id, Domain.Cases.ChangeCaseMarking.Decide(ground.By, command, file), fact => CaseFile.Evolve(file, fact).Label, null, input.Reason);
        }) { Alone = [id], AffectsAllOn = [.. label.Scopes()] }, cancel);
    }

    /// <summary>Marks a timeline entry anew, never below its case. What is not given is no longer said.</summary>
    [Returns<EntryRow>("entry")]
    public static async Task<Acted> ChangeTimelineEntryMarking(
        ChangeTimelineEntryMarkingInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        var id = input.Entry.Value;
        // An entry never changes its case, so that its case may be looked up before the act.
        if (await reader.Load<EntryRow>(id).Get(cancel) is not { } row || await reader.LabelOf(new AnyRecord(typeof(EntryId), id), cancel) is not { } label)
            return Refusal.Unknown;
        if (row.Derived)
            return TimelineMutations.Derived.At("entry");
        var onCase = row.Case.Value;
        return await ledger.Act(intent, new Undertaking(id, input.Version, [.. input.Caveats?.Streams ?? []], [], ground =>
        {
            if (MarkingChange.Forbids(ground, id, Permission.CorrectEntry, input.Caveats, input.Reason, out var by) is { } no)
                return no;
            var (entry, file) = (ground.State<TimelineEntry, IEntryFact>(id)!, ground.State<CaseFile, ICaseFact>(onCase)!);
            var command = new ChangeEntryMarking(new MarkingGiven(input.Tlp, [.. input.Readers ?? []], input.Caveats?.Read() ?? Caveats.None), by);
            return MarkingChange.Of(ground, id, ChangeEntryMarking.Decide(ground.By, command, entry, file, ground.LabelOf(id)!),
                fact => TimelineEntry.Evolve(entry, fact).Own, file.Label, input.Reason);
        }) { Alone = [onCase], AffectsAllOn = [.. label.Scopes()] }, cancel);
    }
}

/// <param name="Version">The version the person saw.</param>
/// <param name="Readers">For TLP:RED: who may read it by name.</param>
/// <param name="Caveats">All that shall restrict it from now on; none when absent.</param>
public sealed record ChangeCaseMarkingInput(CaseId Case, long Version, Tlp Tlp, IReadOnlyList<OfficerId>? Readers, CaveatsInput? Caveats, string Reason);

/// <param name="Version">The version the person saw.</param>
/// <param name="Readers">For TLP:RED: who may read it by name.</param>
/// <param name="Caveats">All that shall restrict it from now on, beside what restricts its case; none when absent.</param>
public sealed record ChangeTimelineEntryMarkingInput(EntryId Entry, long Version, Tlp Tlp, IReadOnlyList<OfficerId>? Readers, CaveatsInput? Caveats, string Reason);
