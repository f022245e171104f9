using System.Diagnostics;
using System.Globalization;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Facts of one case's duties. Stored for ever: add, never edit.</summary>
public interface IDutyFact : IFact;

/// <summary>A mandatory task stands between the case and its closing.</summary>
public sealed record DutyImposed(CaseId Case, TaskId Task) : IDutyFact;

/// <summary>It was completed or cancelled.</summary>
public sealed record DutyDischarged(CaseId Case, TaskId Task) : IDutyFact;

/// <summary>When the case was closed no duty was left.</summary>
public sealed record DutiesFoundDischarged(CaseId Case, OfficerId By) : IDutyFact;

/// <summary>
/// The mandatory tasks of a case that are still open. A stream beside the case's own, so that a task asked for and a closing that is
/// approved at one moment meet there, and nobody else's work on the case is in their way.
/// </summary>
public sealed record Duties(CaseId Case, Items<TaskId> Open) : IState<Duties, IDutyFact>
{
    public static readonly Refusal AreOpen = new("case.duties-open", "Mandatory tasks are open: complete or cancel them first.");

    public static Duties Evolve(Duties? state, IDutyFact fact) => fact switch
    {
        DutyImposed e => (state ?? new Duties(e.Case, [])) with { Open = (state?.Open ?? []).With(e.Task) },
        DutyDischarged e => (state ?? new Duties(e.Case, [])) with { Open = (state?.Open ?? []).Without(e.Task) },
        DutiesFoundDischarged e => state ?? new Duties(e.Case, []),
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    /// <summary>What follows for a case's duties from what became of a task.</summary>
    public static Decision<IDutyFact> Follow(Duties? duties, CaseTask task)
    {
        var open = duties?.Open.Contains(task.Id) == true;
        if (!task.Mandatory || open != task.Settled)
            return Decision<IDutyFact>.Nothing;
        return open ? new DutyDischarged(task.Case, task.Id) : new DutyImposed(task.Case, task.Id);
    }

    /// <summary>Null when nothing mandatory is open. A task carries the label of its case: whoever may close the case sees those counted.</summary>
    public static Refusal? MustBeDischarged(Duties? duties) => duties?.Open.Count switch
    {
        null or 0 => null,
        1 => AreOpen with { Message = "One mandatory task is open: complete or cancel it first." },
        var many => AreOpen with { Message = string.Create(CultureInfo.InvariantCulture, $"{many} mandatory tasks are open: complete or cancel them first.") },
    };
}
