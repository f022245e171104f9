using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>Takes a thing in evidence, under a case. Whoever records it takes it in charge.</summary>
/// <param name="Number">As written on the bag, such as <c>E-12</c>; absent: the next.</param>
/// <param name="Next">The item to give when everybody on the case sees the exhibit.</param>
/// <param name="Drawn">The item to give when not: drawn by lot, above all that are counted.</param>
public sealed record SeizeExhibit(
    ExhibitId Exhibit, string? Number, int Next, int Drawn, ExhibitKind Kind, string Description, OfficerId Finder, SeizurePlace Place,
    OccurrenceGiven Occurred, Authority Authority, string Seal, MarkingGiven Marking)
{
    public static readonly Refusal BelowCase = new("exhibit.tlp-below-case", "An exhibit is not less restricted than its case.");
    public static readonly Refusal ReaderNotOnCase = new("exhibit.reader-not-on-case", "A reader of the exhibit may not read the case.");
    public static readonly Refusal NumberNotFree = new("exhibit.number-by-lot", "An exhibit that not everybody on the case sees gets its number by lot.");

    public static Decision<IExhibitFact> Decide(Acting by, SeizeExhibit command, CaseBrief under)
    {
        if (CheckInput(command, out var item) is { } badInput)
            return badInput;
        if (!command.Occurred.TryResolve(by.At, "occurred", out var occurrence, out var badTime))
            return badTime;
        if (occurrence.From > by.At)
            return OccurrenceGiven.InFuture.At("occurred");
        if (under.NotOpen is { } closed)
            return closed;
        // The agency that leads the case answers for its exhibits, whoever takes them.
        if (!command.Marking.TryLabel(by, under.Label.Originator, under.Label, BelowCase, ReaderNotOnCase, out var label, out var badMarking))
            return badMarking;

        var seenByAll = label == under.Label with { Caveats = null, Also = null };
        // A number that is taken, or one that is left out, would tell of an exhibit that one does not see.
        if (item is not null && !seenByAll)
            return NumberNotFree.At("number");
        var place = command.Place with { Coordinates = command.Place.Coordinates?.Rounded };
        return Decision<IExhibitFact>.Accept(new ExhibitSeized(
            command.Exhibit, under.Id, ExhibitNumber.Of(under.Number, item ?? (seenByAll ? command.Next : command.Drawn)), command.Kind,
            command.Description, command.Finder, by.Officer, by.Agency, place, occurrence, command.Authority, Evidence.Seal.Of(command.Seal),
            label.Originator, label.Tlp, label.TaskForce, label.Readers) { Caveats = label.Caveats });
    }

    private static Refusal? CheckInput(SeizeExhibit command, out int? item)
    {
        item = null;
        if (command.Number is { } number)
        {
            if (!ExhibitNumber.TryParseItem(number, "number", out var given, out var badNumber))
                return badNumber;
            item = given;
        }
        return Choice.Check(command.Kind, "kind")
            ?? Text.Check(command.Description, ExhibitLimits.Description, "description")
            ?? SeizurePlace.Check(command.Place, "place")
            ?? Authority.Check(command.Authority, "authority")
            ?? Evidence.Seal.Check(command.Seal, "seal");
    }
}
