namespace CaseManager.Domain.Kernel;

/// <summary>TLP:RED goes to named people and nobody else; at every other level a list of names would promise what it does not do.</summary>
public static class NamedReaders
{
    public const int Most = 200;

    public static readonly Refusal Missing = new("label.red-needs-readers", "TLP:RED needs the readers by name.");
    public static readonly Refusal Idle = new("label.readers-need-red", "Readers are named for TLP:RED only.");
    public static readonly Refusal TooMany = new("label.too-many-readers", "Too many readers for TLP:RED.");

    public static Refusal? Check(Tlp tlp, Items<OfficerId> readers)
    {
        if (Choice.Check(tlp, "tlp") is { } unlisted)
            return unlisted;
        if (tlp == Tlp.Red && readers.Count == 0)
            return Missing.At("readers");
        if (tlp != Tlp.Red && readers.Count > 0)
            return Idle.At("readers");
        if (readers.Count > Most)
            return TooMany.At("readers");
        return null;
    }

    /// <summary>Each once, and with them those who must be able to read what they wrote or lead.</summary>
    public static Items<OfficerId> And(this Items<OfficerId> readers, params ReadOnlySpan<OfficerId> others) =>
        Items.Of<OfficerId>([.. readers.Concat(others.ToArray()).Distinct()]);
}
