using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Operations;

/// <summary>Going, or not: votes of the agencies, one decision, and orders that every site acknowledges.</summary>
public static class DecisionMutations
{
    /// <summary>The caller's agency says go or no-go to the state that the pin names.</summary>
    [Returns<OperationRow>("operation")]
    public static Task<Acted> CastVote(CastVoteInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        OnOperation.ActOverSites(input.Operation, Permission.VoteOnOperation, intent, ledger, (operation, sites, ground) =>
            Deed.Of(operation.Id.Value, Domain.Operations.CastVote.Decide(
                ground.By, new CastVote(input.Agency, input.Choice, input.Pin, input.Reason), operation, sites), operation.Label, input.Reason), cancel);

    /// <summary>Releases the operation: one decision over the plan and all sites as they are at that moment, and only if the pin still names it.</summary>
    [Returns<OperationRow>("operation")]
    public static Task<Acted> DecideGo(DecideGoInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        OnOperation.ActOverSites(input.Operation, Permission.CommandOperation, intent, ledger, (operation, sites, ground) =>
            Deed.Of(operation.Id.Value, Domain.Operations.DecideGo.Decide(
                ground.By, new DecideGo(input.Pin, input.Remark), operation, sites), operation.Label, input.Remark), cancel);

    /// <summary>Says that the operation does not go as voted on.</summary>
    [Returns<OperationRow>("operation")]
    public static Task<Acted> DecideNoGo(DecideNoGoInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        OnOperation.Act(input.Operation, Permission.CommandOperation, intent, ledger, input.Reason,
            (operation, by) => Domain.Operations.DecideNoGo.Decide(by, new DecideNoGo(input.Reason), operation), cancel);

    /// <summary>Takes a go back. It is never revived: going takes a new decision.</summary>
    [Returns<OperationRow>("operation")]
    public static Task<Acted> HoldOperation(HoldOperationInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        OnOperation.Act(input.Operation, Permission.CommandOperation, intent, ledger, input.Reason,
            (operation, by) => Domain.Operations.HoldOperation.Decide(by, new HoldOperation(input.Reason), operation), cancel);

    /// <summary>Ends the operation for good.</summary>
    [Returns<OperationRow>("operation")]
    public static Task<Acted> AbortOperation(AbortOperationInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        OnOperation.Act(input.Operation, Permission.CommandOperation, intent, ledger, input.Reason,
            (operation, by) => Domain.Operations.AbortOperation.Decide(by, new AbortOperation(input.Reason), operation), cancel);

    /// <summary>Says for a site of the caller's agency that the last order has arrived there.</summary>
    [Returns<AcknowledgementRow>("acknowledgement")]
    public static async Task<Acted> AcknowledgeOrder(AcknowledgeOrderInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        if (await reader.Load<SiteRow>(input.Site.Value).Get(cancel) is not { } row)
            return Refusal.Unknown;
        var (of, id) = (row.Operation.Value, AcknowledgementId.Of(input.Site, input.Order).Value);
        return await ledger.Act(intent, new Undertaking(id, null, [input.Site.Value], [], ground =>
        {
            if (ground.Forbids(input.Site.Value, Permission.ReportSite) is { } no)
                return no;
            var operation = ground.State<Operation, IOperationFact>(of)!;
            return Deed.Of(id, Acknowledge.Decide(
                ground.By, new Acknowledge(input.Order), operation, ground.State<Site, ISiteFact>(input.Site.Value)!,
                ground.State<Acknowledgement, IAcknowledgementFact>(id)), operation.Label);
        }) { Alone = [of] }, cancel);
    }
}

/// <param name="Agency">For whom: the caller's own agency.</param>
/// <param name="Pin">From the board that was looked at.</param>
/// <param name="Reason">Needed for a no-go.</param>
public sealed record CastVoteInput(OperationId Operation, AgencyId Agency, VoteChoice Choice, Pin Pin, string? Reason);

/// <param name="Pin">From the board that was looked at.</param>
public sealed record DecideGoInput(OperationId Operation, Pin Pin, string? Remark);

public sealed record DecideNoGoInput(OperationId Operation, string Reason);

public sealed record HoldOperationInput(OperationId Operation, string Reason);

public sealed record AbortOperationInput(OperationId Operation, string Reason);

/// <param name="Order">The number of the decision that was heard.</param>
public sealed record AcknowledgeOrderInput(SiteId Site, int Order);
