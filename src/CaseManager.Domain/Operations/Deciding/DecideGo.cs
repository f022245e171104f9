using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>
/// Releases the operation: one decision over the plan and all its sites as they are in this transaction. What the decider looked at
/// is named by the pin; if anything of it has changed there is no go.
/// </summary>
public sealed record DecideGo(Pin Pin, string? Remark)
{
    public static readonly Refusal NoSites = new("operation.no-sites", "There is no site to go to.");
    public static readonly Refusal EssentialWithdrawn = new("operation.essential-withdrawn", "An essential site has withdrawn.");
    public static readonly Refusal EssentialNotReady = new("operation.essential-not-ready", "An essential site is not ready.");
    public static readonly Refusal RuleFailed = new("operation.rule-failed", "A rule of readiness is not met at a site that would go.");
    public static readonly Refusal VotedNoGo = new("operation.voted-no-go", "An agency has voted no-go.");
    public static readonly Refusal NoQuorum = new("operation.no-quorum", "Not every agency that must has voted go.");

    public static Decision<IOperationFact> Decide(Acting by, DecideGo command, Operation operation, IReadOnlyList<Site> sites)
    {
        if ((Pin.Check(command.Pin, "pin") ?? Text.CheckOptional(command.Remark, Reason.Longest, "remark")) is { } badInput)
            return badInput;
        if (operation.MustBeOpen() is { } no)
            return no;
        if (command.Pin != operation.PinWith(sites))
            return Pin.Stale.At("pin");
        if (sites.All(s => s.Readiness == Readiness.Withdrawn))
            return NoSites;
        if (sites.Any(s => s.Essential && s.Readiness == Readiness.Withdrawn))
            return EssentialWithdrawn;
        if (sites.Any(s => s.Essential && s.Readiness != Readiness.Ready))
            return EssentialNotReady;

        // Who reported ready goes in: also there, and also where nothing was reported since, no check may have grown too old.
        if (sites.Any(s => s.Readiness == Readiness.Ready && Readying.Failing(operation, s, by.At) is not null))
            return RuleFailed;

        var votes = operation.Votes.Where(v => v.Pin == command.Pin).ToList();
        if (votes.Any(v => v.Choice == VoteChoice.NoGo))
            return VotedNoGo;
        var quorum = operation.QuorumWith(sites);
        if (quorum.Except(votes.Select(v => v.Agency)).Any())
            return NoQuorum;

        return Decision<IOperationFact>.Accept(new GoDecided(
            operation.Decisions + 1, by.Officer, command.Pin, operation.HHour, [.. sites.OrderBy(s => s.Number, StringComparer.Ordinal).Select(Pinned)],
            quorum, command.Remark, by.At));
    }

    private static PinnedSite Pinned(Site site) => new(site.Id, site.Number, site.Readiness, site.Turns, site.Version);
}
