using CaseManager.Domain.Access;
using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Cases;

/// <summary>Closing a case takes two people.</summary>
public static class ClosureMutations
{
    [Returns<CaseRow>("case")]
    public static Task<Acted> ProposeClosure(ProposeClosureInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        WithDuties(input.Case, input.Version, Permission.ProposeClosure, intent, ledger, (ground, file, duties) => Deed.Of(
            input.Case.Value, Domain.Cases.ProposeClosure.Decide(ground.By, new ProposeClosure(input.Outcome, input.Reason), file, duties),
            ground.LabelOf(input.Case.Value)!, input.Reason), cancel);

    /// <summary>Closes the case as proposed. Nobody approves their own proposal.</summary>
    [Returns<CaseRow>("case")]
    public static Task<Acted> ApproveClosure(ApproveClosureInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        WithDuties(input.Case, input.Version, Permission.DecideClosure, intent, ledger, (ground, file, duties) =>
        {
            var label = ground.LabelOf(input.Case.Value)!;
            var decision = Domain.Cases.ApproveClosure.Decide(ground.By, new ApproveClosure(input.Remark), file, duties);
            // A fact of both streams, so that a task asked for at this moment comes before the closing or after it.
            var found = decision.Facts.Count > 0
                ? Decision<IDutyFact>.Accept(new DutiesFoundDischarged(input.Case, ground.By.Officer))
                : Decision<IDutyFact>.Nothing;
            return Deed.Of(input.Case.Value, decision, label, input.Remark).And(DutyRow.KeyOf(input.Case), found, label);
        }, cancel);

    [Returns<CaseRow>("case")]
    public static Task<Acted> RefuseClosure(RefuseClosureInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        ledger.Transact<CaseFile, ICaseFact>(intent, input.Case.Value, input.Version, Permission.DecideClosure,
            (file, by) => Domain.Cases.RefuseClosure.Decide(by, new RefuseClosure(input.Reason), file), cancel, input.Reason);

    [Returns<CaseRow>("case")]
    public static Task<Acted> WithdrawClosure(WithdrawClosureInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        ledger.Transact<CaseFile, ICaseFact>(intent, input.Case.Value, input.Version, Permission.ProposeClosure,
            (file, by) => Domain.Cases.WithdrawClosure.Decide(by, new WithdrawClosure(input.Reason), file), cancel, input.Reason);

    [Returns<CaseRow>("case")]
    public static Task<Acted> ReopenCase(ReopenCaseInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        ledger.Transact<CaseFile, ICaseFact>(intent, input.Case.Value, input.Version, Permission.ReopenCase,
            (file, by) => Domain.Cases.ReopenCase.Decide(by, new ReopenCase(input.Reason), file), cancel, input.Reason);

    private static Task<Acted> WithDuties(
        CaseId id, long seen, Permission need, Intent intent, Ledger ledger, Func<Grounds, CaseFile, Duties?, Deed> decide, CancellationToken cancel)
    {
        var duties = DutyRow.KeyOf(id);
        return ledger.Act(intent, new Undertaking(id.Value, seen, [duties], [], ground =>
            ground.Forbids(id.Value, need) is { } no
                ? no
                : decide(ground, ground.State<CaseFile, ICaseFact>(id.Value)!, ground.State<Duties, IDutyFact>(duties))) { Alone = [duties] }, cancel);
    }
}

/// <param name="Version">The version the person saw.</param>
public sealed record ProposeClosureInput(CaseId Case, long Version, ClosureOutcome Outcome, string Reason);

/// <param name="Version">The version the person saw.</param>
public sealed record ApproveClosureInput(CaseId Case, long Version, string? Remark);

/// <param name="Version">The version the person saw.</param>
public sealed record RefuseClosureInput(CaseId Case, long Version, string Reason);

/// <param name="Version">The version the person saw.</param>
public sealed record WithdrawClosureInput(CaseId Case, long Version, string Reason);

/// <param name="Version">The version the person saw.</param>
public sealed record ReopenCaseInput(CaseId Case, long Version, string Reason);
