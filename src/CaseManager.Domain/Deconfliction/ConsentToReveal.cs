using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>Agrees to tell the other side something, in words of one's own; nothing is told before it agrees as well.</summary>
/// <param name="Officers">Who of one's own side reads what the other side tells; the other side is told of them.</param>
public sealed record ConsentToReveal(string Text, Items<OfficerId> Officers)
{
    public const int LongestText = 2_000;
    public const int MostOfficers = 10;

    public static readonly Refusal AlreadyTold = new("conflict.already-told", "Both sides have agreed, and were told.");
    public static readonly Refusal NobodyNamed = new("conflict.nobody-named", "Name one to ten officers who are to read what the other side tells.");

    public static Decision<IConflictPairFact> Decide(Acting by, ConsentToReveal command, ConflictId side, ConflictPair pair)
    {
        if (Kernel.Text.Check(command.Text, LongestText, "text") is { } badText)
            return badText;
        if (command.Officers.Count is < 1 or > MostOfficers)
            return NobodyNamed.At("officers");
        if (pair.Side(side).Reveal is { } said && said.Text == command.Text && said.Officers.Equals(command.Officers))
            return Decision<IConflictPairFact>.Nothing;
        if (pair.Told)
            return AlreadyTold;
        if (pair.Overlap.Count == 0)
            return ConflictPair.Over;

        return Decision<IConflictPairFact>.Accept(new PairRevealAgreed(side, by.Officer, by.Agency, command.Officers, command.Text));
    }
}

/// <summary>Would tell nothing after all, as long as the other side has not agreed.</summary>
public static class WithdrawConsent
{
    public static Decision<IConflictPairFact> Decide(Acting by, ConflictId side, ConflictPair pair)
    {
        if (pair.Side(side).Reveal is null)
            return Decision<IConflictPairFact>.Nothing;
        if (pair.Told)
            return ConsentToReveal.AlreadyTold;

        return Decision<IConflictPairFact>.Accept(new PairRevealWithdrawn(side, by.Officer));
    }
}
