using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Corrects what is given and leaves the rest; what stood there before stays on the record.</summary>
public sealed record CorrectEntry(string? Text, OccurrenceGiven? Occurred, EntrySource? Source, Grade? Grade, string Reason)
{
    public static readonly Refusal NothingGiven = new("entry.nothing-to-correct", "Give at least one thing to correct.");

    public static Decision<IEntryFact> Decide(Acting by, CorrectEntry command, TimelineEntry entry, CaseFile file)
    {
        if (CheckInput(command) is { } badInput)
            return badInput;
        var occurrence = entry.Occurrence;
        if (command.Occurred is { } given && !given.TryResolve(by.At, "occurred", out occurrence, out var badTime))
            return badTime;
        if (file.MustBeOpen() is { } closed)
            return closed;

        return Decision<IEntryFact>.Accept([.. Corrections(command, entry, occurrence)]);
    }

    private static Refusal? CheckInput(CorrectEntry command)
    {
        if (command is { Text: null, Occurred: null, Source: null, Grade: null })
            return NothingGiven;
        return (command.Text is null ? null : Kernel.Text.Check(command.Text, CaseLimits.EntryText, "text"))
            ?? EntrySource.Check(command.Source, "source")
            ?? Kernel.Grade.Check(command.Grade, "grade")
            ?? Kernel.Reason.Check(command.Reason);
    }

    private static IEnumerable<IEntryFact> Corrections(CorrectEntry command, TimelineEntry entry, Occurrence occurrence)
    {
        if (command.Text is { } text && text != entry.Text)
            yield return new EntryTextCorrected(entry.Text, text, command.Reason);
        if (occurrence != entry.Occurrence)
            yield return new EntryOccurrenceCorrected(entry.Occurrence, occurrence, command.Reason);
        if (command.Source is { } source && source != entry.Source)
            yield return new EntrySourceCorrected(entry.Source, source, command.Reason);
        if (command.Grade is { } grade && grade != entry.Grade)
            yield return new EntryGradeChanged(entry.Grade, grade, command.Reason);
    }
}
