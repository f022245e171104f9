using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>What the rules need to know of a case.</summary>
/// <param name="Label">Who may read it, and at least what all that stands under the case is restricted to.</param>
/// <param name="Proposed">The closure that waits for a second person.</param>
/// <param name="Closure">How and by whom it was closed, while it is.</param>
public sealed record CaseFile(
    CaseId Id, CaseNumber Number, string Title, string Summary, Priority Priority, OfficerId Lead, TaskForceId? TaskForce,
    Stage Stage, Label Label, ProposedClosure? Proposed, Closure? Closure) : IState<CaseFile, ICaseFact>
{
    public static readonly Refusal IsClosed = new("case.closed", "The case is closed: reopen it first.");

    public static CaseFile Evolve(CaseFile? state, ICaseFact fact) => fact switch
    {
        CaseOpened e => Opened(e),
        CaseTitleAmended e => state! with { Title = e.Is },
        CaseSummaryAmended e => state! with { Summary = e.Is },
        CasePriorityChanged e => state! with { Priority = e.Is },
        CaseLeadChanged e => state! with { Lead = e.Is },
        CaseMovedToStage e => state! with { Stage = e.To },
        ClosureProposed e => state! with { Proposed = new ProposedClosure(e.By, e.Outcome, e.Reason, e.At, Overdue: false) },
        ClosureApproved e => state! with { Stage = Stage.Closed, Proposed = null, Closure = state.Proposed?.ApprovedBy(e.By) },
        ClosureRefused or ClosureWithdrawn => state! with { Proposed = null },
        ClosureReviewFellOverdue => state! with { Proposed = state.Proposed is { } waiting ? waiting with { Overdue = true } : null },
        CaseReopened => state! with { Stage = Stage.Investigation, Closure = null },
        CaseMarkingChanged e => state! with { Label = e.Is.On(state.Label) },
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    public Refusal? MustBeOpen() => Stage == Stage.Closed ? IsClosed : null;

    private static CaseFile Opened(CaseOpened e) => new(
        e.Case, e.Number, e.Title, e.Summary, e.Priority, e.Lead, e.TaskForce, Stage.Intake,
        new Label(e.LeadAgency, e.Tlp, e.Case, e.Audience == Audience.TaskForce ? e.TaskForce : null, e.Readers) { Caveats = e.Caveats }, null, null);
}

/// <summary>A closure on which a second person has not decided.</summary>
public sealed record ProposedClosure(OfficerId By, ClosureOutcome Outcome, string Reason, DateTimeOffset At, bool Overdue)
{
    internal Closure ApprovedBy(OfficerId approver) => new(Outcome, By, approver);
}

public sealed record Closure(ClosureOutcome Outcome, OfficerId ProposedBy, OfficerId ApprovedBy);
