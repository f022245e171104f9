using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Writes an entry on a case's timeline.</summary>
/// <param name="Tlp">Absent: as the case.</param>
/// <param name="Readers">Who may read it by name, for TLP:RED only; the author always may. Absent on a case that is TLP:RED: the readers of the case.</param>
public sealed record RecordEntry(
    EntryId Entry, string Text, OccurrenceGiven Occurred, EntrySource? Source, Grade? Grade,
    Items<string> Tags, Tlp? Tlp, Items<OfficerId> Readers)
{
    public static readonly Refusal BelowCase = new("entry.tlp-below-case", "An entry is not less restricted than its case.");
    public static readonly Refusal ReaderNotOnCase = new("entry.reader-not-on-case", "A reader of the entry may not read the case.");

    public static Decision<IEntryFact> Decide(Acting by, RecordEntry command, CaseFile file)
    {
        var badInput = Kernel.Text.Check(command.Text, CaseLimits.EntryText, "text")
            ?? EntrySource.Check(command.Source, "source")
            ?? Kernel.Grade.Check(command.Grade, "grade")
            ?? Cases.Tags.Check(command.Tags, "tags")
            ?? Choice.CheckOptional(command.Tlp, "tlp");
        if (badInput is not null)
            return badInput;
        if (!command.Occurred.TryResolve(by.At, "occurred", out var occurrence, out var badTime))
            return badTime;
        if (file.MustBeOpen() is { } closed)
            return closed;

        var onCase = file.Label;
        var tlp = command.Tlp ?? onCase.Tlp;
        if (tlp < onCase.Tlp)
            return BelowCase.At("tlp");
        var readers = onCase.Tlp == Kernel.Tlp.Red && command.Readers.Count == 0 ? onCase.Readers : command.Readers;
        if (NamedReaders.Check(tlp, readers) is { } badReaders)
            return badReaders;
        if (onCase.Tlp == Kernel.Tlp.Red && readers.Except(onCase.Readers).Any())
            return ReaderNotOnCase.At("readers");

        return Decision<IEntryFact>.Accept(new EntryRecorded(
            command.Entry, file.Id, command.Text, occurrence, command.Source, command.Grade, Cases.Tags.Normal(command.Tags),
            by.Agency, tlp, onCase.TaskForce, tlp == Kernel.Tlp.Red ? readers.And(by.Officer) : readers));
    }
}
