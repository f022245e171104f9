using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Operations;

/// <summary>What was decided of an operation.</summary>
/// <param name="Number">Counts the operation's decisions of all kinds, from 1; acknowledgements name it.</param>
/// <param name="Cause">Why it was held.</param>
/// <param name="Site">The number of the site that brought a hold about.</param>
/// <param name="HHour">The time a go was for.</param>
/// <param name="Sites">With a go: each site as it was in the transaction of the decision.</param>
/// <param name="Quorum">With a go: the agencies that had voted for it.</param>
public sealed record OperationDecision(
    int Number, DecisionKind Kind, OfficerId By, DateTimeOffset At, HoldCause? Cause, string? Site, string? Reason, DateTimeOffset? HHour,
    Items<DecidedSite> Sites, Items<AgencyId> Quorum)
{
    internal static OperationDecision Of(GoDecided e) => new(e.Number, DecisionKind.Go, e.By, e.At, null, null, e.Remark, e.HHour,
        [.. e.Sites.Select(s => new DecidedSite(s.Number, s.Readiness, s.Turns))], e.Quorum);

    internal static OperationDecision Of(NoGoDecided e) => new(e.Number, DecisionKind.NoGo, e.By, e.At, null, null, e.Reason, null, [], []);

    internal static OperationDecision Of(OperationHeld e) => new(e.Number, DecisionKind.Hold, e.By, e.At, e.Cause, e.Site, e.Reason, null, [], []);

    internal static OperationDecision Of(OperationAborted e) => new(e.Number, DecisionKind.Abort, e.By, e.At, null, null, e.Reason, null, [], []);
}

/// <summary>A site as a go pinned it.</summary>
/// <param name="Version">The version of the partner site that was relied on.</param>
public sealed record DecidedSite(string Number, Readiness Readiness, long Version);

/// <summary>An agency's word on going.</summary>
/// <param name="By">Who gave it for the agency.</param>
public sealed record OperationVote(
    AgencyId Agency, OfficerId By, VoteChoice Choice, string? Reason, DateTimeOffset At, [property: Hidden] Pin Pin) : IInWords
{
    public string InWords() => $"{Agency.Code} {Choices.Name(Choice.ToString())}";

    internal static OperationVote Of(VoteCast e) => new(e.Agency, e.By, e.Choice, e.Reason, e.At, e.Pin);
}
