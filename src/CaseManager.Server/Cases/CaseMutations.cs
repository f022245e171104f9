using CaseManager.Domain.Access;
using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Cases;

/// <summary>Keeping a case's file.</summary>
public static class CaseMutations
{
    [Returns<CaseRow>("case")]
    public static Task<Acted> AmendCaseTitle(AmendCaseTitleInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        ledger.Transact<CaseFile, ICaseFact>(intent, input.Case.Value, input.Version, Permission.AmendCase,
            (file, by) => AmendTitle.Decide(by, new AmendTitle(input.Title, input.Reason), file), cancel, input.Reason);

    [Returns<CaseRow>("case")]
    public static Task<Acted> AmendCaseSummary(AmendCaseSummaryInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        ledger.Transact<CaseFile, ICaseFact>(intent, input.Case.Value, input.Version, Permission.AmendCase,
            (file, by) => AmendSummary.Decide(by, new AmendSummary(input.Summary, input.Reason), file), cancel, input.Reason);

    [Returns<CaseRow>("case")]
    public static Task<Acted> ChangeCasePriority(ChangeCasePriorityInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        ledger.Transact<CaseFile, ICaseFact>(intent, input.Case.Value, input.Version, Permission.AmendCase,
            (file, by) => ChangePriority.Decide(by, new ChangePriority(input.Priority, input.Reason), file), cancel, input.Reason);

    /// <summary>Hands the case to another officer of its team.</summary>
    [Returns<CaseRow>("case")]
    public static Task<Acted> ChangeCaseLead(ChangeCaseLeadInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        ledger.Act(intent, new Undertaking(input.Case.Value, input.Version, [], [CaseTeam.GrantOf(input.Case, input.Lead)], ground =>
            (ground.Forbids(input.Case.Value, Permission.ChangeCaseLead) ?? CaseTeam.MustServe(ground, input.Case, input.Lead, "lead")) is { } no
                ? no
                : Deed.Of(input.Case.Value, ChangeLead.Decide(
                    ground.By, new ChangeLead(input.Lead, input.Reason), ground.State<CaseFile, ICaseFact>(input.Case.Value)!),
                    ground.LabelOf(input.Case.Value)!, input.Reason)), cancel);

    [Returns<CaseRow>("case")]
    public static Task<Acted> MoveCaseToStage(MoveCaseToStageInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        ledger.Transact<CaseFile, ICaseFact>(intent, input.Case.Value, input.Version, Permission.MoveStage,
            (file, by) => MoveToStage.Decide(by, new MoveToStage(input.Stage, input.Reason), file), cancel, input.Reason);

    /// <summary>Notes that the caller has seen the case up to now.</summary>
    [Returns<CaseRow>("case")]
    public static Task<Acted> MarkCaseVisited(MarkCaseVisitedInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var visits = VisitRow.KeyOf(input.Case, intent.Caller.Officer);
        // For the visitor's eyes only: whom else it concerns is nobody.
        var label = new Label(intent.Caller.Agency, Tlp.Red, null, null, [intent.Caller.Officer]);
        return ledger.Act(intent, new Undertaking(input.Case.Value, null, [visits], [], ground =>
            ground.Unknown(input.Case.Value) is { } unknown
                ? unknown
                : Deed.Of(visits, MarkVisited.Decide(ground.By, new MarkVisited(input.Case), ground.State<Visits, IVisitFact>(visits)), label)), cancel);
    }
}

/// <param name="Version">The version the person saw.</param>
public sealed record AmendCaseTitleInput(CaseId Case, long Version, string Title, string Reason);

/// <param name="Version">The version the person saw.</param>
public sealed record AmendCaseSummaryInput(CaseId Case, long Version, string Summary, string Reason);

/// <param name="Version">The version the person saw.</param>
public sealed record ChangeCasePriorityInput(CaseId Case, long Version, Priority Priority, string Reason);

/// <param name="Version">The version the person saw.</param>
public sealed record ChangeCaseLeadInput(CaseId Case, long Version, OfficerId Lead, string Reason);

/// <param name="Version">The version the person saw.</param>
public sealed record MoveCaseToStageInput(CaseId Case, long Version, Stage Stage, string Reason);

public sealed record MarkCaseVisitedInput(CaseId Case);
