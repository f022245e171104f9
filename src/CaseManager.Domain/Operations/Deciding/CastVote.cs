using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>An agency's word on going, bound to the state that was looked at.</summary>
/// <param name="Agency">For whom: the officer's own agency.</param>
public sealed record CastVote(AgencyId Agency, VoteChoice Choice, Pin Pin, string? Reason)
{
    public static readonly Refusal OtherAgency = new("operation.vote-for-other-agency", "Nobody votes for another agency.");
    public static readonly Refusal NotInQuorum = new("operation.not-in-quorum", "The agency has no vote: it neither leads nor has a site.");

    public static Decision<IOperationFact> Decide(Acting by, CastVote command, Operation operation, IReadOnlyList<Site> sites)
    {
        var badInput = CheckChoice(command) ?? Pin.Check(command.Pin, "pin");
        if (badInput is not null)
            return badInput;
        if (command.Agency != by.Agency)
            return OtherAgency.At("agency");
        if (operation.MustGoOn() is { } over)
            return over;
        if (command.Pin != operation.PinWith(sites))
            return Pin.Stale.At("pin");
        if (operation.MustBeOpen() is { } no)
            return no;
        if (!operation.QuorumWith(sites).Contains(command.Agency))
            return NotInQuorum.At("agency");
        var vote = new Vote(command.Agency, by.Officer, command.Choice, command.Pin, command.Reason);
        if (operation.Votes.Contains(vote))
            return Decision<IOperationFact>.Nothing;

        return Decision<IOperationFact>.Accept(new VoteCast(command.Agency, by.Officer, command.Choice, command.Pin, command.Reason, by.At));
    }

    // Who says no says why.
    private static Refusal? CheckChoice(CastVote command) =>
        Kernel.Choice.Check(command.Choice, "choice")
        ?? (command.Choice == VoteChoice.NoGo ? Kernel.Reason.Check(command.Reason) : Text.CheckOptional(command.Reason, Kernel.Reason.Longest, "reason"));
}
