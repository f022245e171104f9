using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Marks an entry anew, never below its case.</summary>
public sealed record ChangeEntryMarking(MarkingGiven Marking, Remarking By)
{
    /// <param name="stands">The label that the entry stands under.</param>
    public static Decision<IEntryFact> Decide(Acting by, ChangeEntryMarking command, TimelineEntry entry, CaseFile file, Label stands)
    {
        if (!command.Marking.TryLabel(by, entry.Own.Originator, file.Label, RecordEntry.BelowCase, RecordEntry.ReaderNotOnCase, out var own, out var badMarking))
            return badMarking;
        var next = own.Under(file.Label);
        if (command.By.Check(by, own.Originator, stands, next, out var lowers) is { } no)
            return no;
        return next.InOrder() == stands.InOrder() && own.InOrder() == entry.Own.InOrder()
            ? Decision<IEntryFact>.Nothing
            : new EntryMarkingChanged(Marked.Of(entry.Own), Marked.Of(own), lowers, command.By.Reason);
    }
}
