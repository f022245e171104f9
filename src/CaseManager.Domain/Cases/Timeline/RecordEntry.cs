using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Writes an entry on a case's timeline.</summary>
public sealed record RecordEntry(
    EntryId Entry, string Text, OccurrenceGiven Occurred, EntrySource? Source, Grade? Grade,
    Items<string> Tags, MarkingGiven Marking)
{
    public static readonly Refusal BelowCase = new("entry.tlp-below-case", "An entry is not less restricted than its case.");
    public static readonly Refusal ReaderNotOnCase = new("entry.reader-not-on-case", "A reader of the entry may not read the case.");

    public static Decision<IEntryFact> Decide(Acting by, RecordEntry command, CaseFile file)
    {
        var badInput = Kernel.Text.Check(command.Text, CaseLimits.EntryText, "text")
            ?? EntrySource.Check(command.Source, "source")
            ?? Kernel.Grade.Check(command.Grade, "grade")
            ?? Cases.Tags.Check(command.Tags, "tags");
        if (badInput is not null)
            return badInput;
        if (!command.Occurred.TryResolve(by.At, "occurred", out var occurrence, out var badTime))
            return badTime;
        if (file.MustBeOpen() is { } closed)
            return closed;

        if (!command.Marking.TryLabel(by, by.Agency, file.Label, BelowCase, ReaderNotOnCase, out var label, out var badMarking))
            return badMarking;

        return Decision<IEntryFact>.Accept(new EntryRecorded(
            command.Entry, file.Id, command.Text, occurrence, command.Source, command.Grade, Cases.Tags.Normal(command.Tags),
            label.Originator, label.Tlp, label.TaskForce, label.Readers) { Caveats = label.Caveats });
    }
}
