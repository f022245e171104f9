using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Kernel.Writing;

/// <summary>What is the same whichever record is marked anew.</summary>
internal static class MarkingChange
{
    private static readonly Refusal ShutsYouOut = new("label.shuts-you-out", "You would no longer read it yourself.");

    /// <summary>Null when the caller sees the record, has some say about its marking, and names nothing that is not the caller's to name.</summary>
    /// <param name="correct">What a role must allow for the marking to be raised.</param>
    public static Refusal? Forbids(Grounds ground, Guid record, Permission correct, CaveatsInput? caveats, string reason, out Remarking by)
    {
        by = new Remarking(ground.Forbids(record, correct) is null, ground.Forbids(record, Permission.LowerMarking) is null, reason);
        if (ground.Unknown(record) is { } unknown)
            return unknown;
        return by is { MayRaise: false, MayLower: false } ? Grounds.NotPermitted : caveats?.Forbids(ground);
    }

    /// <param name="own">The record's own label from now on, which stands under that of its case; the case's own has none above it.</param>
    public static Deed Of<TFact>(Grounds ground, Guid record, Decision<TFact> decision, Func<TFact, Label> own, Label? onCase, string reason) where TFact : IFact
    {
        if (decision.Refusal is { } refusal)
            return refusal;
        if (decision.Facts is not [var fact])
            return Deed.Nothing;
        var said = own(fact);
        var label = onCase is null ? said : said.Under(onCase);
        var apart = onCase is null || said.InOrder() == (onCase with { Caveats = null }).InOrder() ? null : said;
        return ground.MaySee(label) ? Deed.Of(record, decision, label, reason).Moving(record, ground.LabelOf(record)!, apart) : ShutsYouOut;
    }
}
