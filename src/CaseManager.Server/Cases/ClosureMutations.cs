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
        ledger.Transact<CaseFile, ICaseFact>(intent, input.Case.Value, input.Version, Permission.ProposeClosure,
            (file, by) => Domain.Cases.ProposeClosure.Decide(by, new ProposeClosure(input.Outcome, input.Reason), file), cancel, input.Reason);

    /// <summary>Closes the case as proposed. Nobody approves their own proposal.</summary>
    [Returns<CaseRow>("case")]
    public static Task<Acted> ApproveClosure(ApproveClosureInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        ledger.Transact<CaseFile, ICaseFact>(intent, input.Case.Value, input.Version, Permission.DecideClosure,
            (file, by) => Domain.Cases.ApproveClosure.Decide(by, new ApproveClosure(input.Remark), file), cancel, input.Remark);

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
