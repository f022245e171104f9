namespace CaseManager.Domain.Kernel;

/// <summary>Who may change a marking: whoever answers for the record raises it, and its originating agency alone lowers it.</summary>
/// <param name="MayRaise">The role allows to correct the record.</param>
/// <param name="MayLower">The role allows to lower markings of the own agency.</param>
/// <param name="Reason">Why; always demanded.</param>
public sealed record Remarking(bool MayRaise, bool MayLower, string Reason)
{
    public static readonly Refusal OnlyOriginator = new("label.only-originator", "Only those who lead for the originating agency lower a marking.");
    public static readonly Refusal NotRaised = new("label.raise-not-permitted", "Your role does not allow to raise this marking.");

    /// <summary>Null when the label that the record stands under may become the other.</summary>
    /// <param name="originator">The agency that the record comes from.</param>
    /// <param name="lowers">Somebody may be let in, or may do more.</param>
    public Refusal? Check(Acting by, AgencyId originator, Label stands, Label next, out bool lowers)
    {
        lowers = !next.IsAtLeast(stands);
        if (Kernel.Reason.Check(Reason) is { } bad)
            return bad;
        if (lowers)
            return MayLower && by.Agency == originator ? null : OnlyOriginator;
        return MayRaise || (MayLower && by.Agency == originator) ? null : NotRaised;
    }
}
