using CaseManager.Domain.Access;
using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Cases;

/// <summary>Keeping a timeline.</summary>
public static class TimelineMutations
{
    internal static readonly Refusal Derived = new(
        "entry.derived", "Nobody wrote this entry: it tells what happened to another record, and changes only with that.");

    /// <summary>Records what happened.</summary>
    [Returns<EntryRow>("entry")]
    public static Task<Acted> RecordTimelineEntry(RecordTimelineEntryInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        if (input.Occurred.Read("occurred", out var occurred) is { } badTime)
            return Task.FromResult<Acted>(badTime);
        var id = new EntryId(Guid.NewGuid());
        var command = new RecordEntry(
            id, input.Text, occurred, input.Source?.Read(), input.Grade?.Read(), [.. input.Tags ?? []],
            new MarkingGiven(input.Tlp, [.. input.Readers ?? []], input.Caveats?.Read() ?? Caveats.None));
        return ledger.Act(intent, new Undertaking(id.Value, null, [.. input.Caveats?.Streams ?? []], [input.Case.Value], ground =>
        {
            if ((ground.Forbids(input.Case.Value, Permission.RecordEntry) ?? input.Caveats?.Forbids(ground)) is { } no)
                return no;
            var decision = RecordEntry.Decide(ground.By, command, ground.State<CaseFile, ICaseFact>(input.Case.Value)!);
            return decision.Refusal is { } refusal
                ? refusal
                : Deed.Of(id.Value, decision, ((EntryRecorded)decision.Facts[0]).On(ground.LabelOf(input.Case.Value)!));
        }), cancel);
    }

    /// <summary>Corrects text, time, source or grade; what was there before stays readable in the history.</summary>
    [Returns<EntryRow>("entry")]
    public static Task<Acted> CorrectTimelineEntry(CorrectTimelineEntryInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        OccurrenceGiven? occurred = null;
        if (input.Occurred is not null && input.Occurred.Read("occurred", out occurred) is { } badTime)
            return Task.FromResult<Acted>(badTime);
        var command = new CorrectEntry(input.Text, occurred, input.Source?.Read(), input.Grade?.Read(), input.Reason);
        return OnEntry(input.Entry, input.Version, Permission.CorrectEntry, intent, ledger, reader, input.Reason,
            (entry, file, by) => CorrectEntry.Decide(by, command, entry, file), cancel);
    }

    [Returns<EntryRow>("entry")]
    public static Task<Acted> TagTimelineEntry(TagTimelineEntryInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        OnEntry(input.Entry, null, Permission.CorrectEntry, intent, ledger, reader, null,
            (entry, file, by) => TagEntry.Decide(by, new TagEntry(input.Tag), entry, file), cancel);

    [Returns<EntryRow>("entry")]
    public static Task<Acted> UntagTimelineEntry(UntagTimelineEntryInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        OnEntry(input.Entry, null, Permission.CorrectEntry, intent, ledger, reader, null,
            (entry, file, by) => UntagEntry.Decide(by, new UntagEntry(input.Tag), entry, file), cancel);

    /// <summary>Says where something that belongs to the entry is kept; the file itself is not here.</summary>
    [Returns<EntryRow>("entry")]
    public static Task<Acted> ReferenceAttachment(ReferenceAttachmentInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        OnEntry(input.Entry, null, Permission.CorrectEntry, intent, ledger, reader, null, (entry, file, by) => Domain.Cases.ReferenceAttachment.Decide(
            by, new ReferenceAttachment(input.Reference, input.Name, input.MediaType, input.Sha256, input.Size), entry, file), cancel);

    [Returns<EntryRow>("entry")]
    public static Task<Acted> WithdrawAttachmentReference(
        WithdrawAttachmentReferenceInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        OnEntry(input.Entry, null, Permission.CorrectEntry, intent, ledger, reader, input.Reason, (entry, file, by) =>
            Domain.Cases.WithdrawAttachmentReference.Decide(by, new WithdrawAttachmentReference(input.Reference, input.Reason), entry, file), cancel);

    private static async Task<Acted> OnEntry(
        EntryId id, long? seen, Permission need, Intent intent, Ledger ledger, IReader reader, string? reason,
        Func<TimelineEntry, CaseFile, Acting, Decision<IEntryFact>> decide, CancellationToken cancel)
    {
        // An entry never changes its case, so that its case may be looked up before the act.
        if (await reader.Load<EntryRow>(id.Value).Get(cancel) is not { } row)
            return Refusal.Unknown;
        if (row.Derived)
            return Derived.At("entry");
        var onCase = row.Case.Value;
        return await ledger.Act(intent, new Undertaking(id.Value, seen, [], [onCase], ground =>
            ground.Forbids(id.Value, need) is { } no
                ? no
                : Deed.Of(id.Value, decide(ground.State<TimelineEntry, IEntryFact>(id.Value)!, ground.State<CaseFile, ICaseFact>(onCase)!, ground.By),
                    ground.LabelOf(id.Value)!, reason)), cancel);
    }
}
