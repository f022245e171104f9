using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>Says where and when one acts, so that who acts there as well is told. No case is needed, and none is named.</summary>
public sealed record RegisterDeconflictionEvent(DeconflictionClass Class, DeconflictionUrgency Urgency, EventExtentGiven Extent, string Contact, string? Note)
{
    public const int LongestContact = 200;
    public const int LongestNote = 2_000;

    public static Decision<IDeconflictionEventFact> Decide(Acting by, RegisterDeconflictionEvent command)
    {
        var badInput = Choice.Check(command.Class, "class")
            ?? Choice.Check(command.Urgency, "urgency")
            ?? Text.Check(command.Contact, LongestContact, "contact")
            ?? Text.CheckOptional(command.Note, LongestNote, "note");
        if (badInput is not null)
            return badInput;
        if (command.Extent.Read(by.At, out var extent) is { } badExtent)
            return badExtent;

        return Decision<IDeconflictionEventFact>.Accept(
            new DeconflictionEventRegistered(by.Officer, by.Agency, command.Class, command.Urgency, extent!, command.Contact, command.Note));
    }
}
