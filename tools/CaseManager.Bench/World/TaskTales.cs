using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;

namespace CaseManager.Bench.World;

/// <summary>Tasks: most are done, some begun, some overdue; every fifth is mandatory, some wait for the one before.</summary>
internal static class TaskTales
{
    private const string Zone = "America/Toronto";

    public static IEnumerable<Stream> Of(int c, int count, CaseFile file, Tale<Duties, IDutyFact> duties, bool allMandatoryDone)
    {
        CaseTask? previous = null;
        for (var t = 0; t < count; t++)
        {
            var tale = One(c, t, file, duties, previous, allMandatoryDone);
            previous = tale.State;
            yield return tale.Stream;
        }
    }

    private static Tale<CaseTask, ITaskFact> One(int c, int t, CaseFile file, Tale<Duties, IDutyFact> duties, CaseTask? previous, bool allMandatoryDone)
    {
        var (team, at) = (Seeded.Team(c), Seeded.Opened(c).AddHours(3 * t));
        var doer = team[t % team.Length];
        var (mandatory, other) = (t % 5 == 0, t % 6 == 5 && t % 5 != 0 ? previous : null);
        var id = new TaskId(NameId.For("bench-task", $"{c}|{t}"));
        var tale = new Tale<CaseTask, ITaskFact>(id.Value, file.Label);
        var due = at.AddDays(2 + Skew.Roll(40, c, t));
        Do(team[0].At(at), by => CreateTask.Decide(by, new CreateTask(id, $"Ask the registry about vehicle {t}", "By phone; note who answered.",
            new DueGiven(Zone, Moment.At(due)), mandatory), file, new Assignee(doer.Id, doer.Of), other));

        var fate = Skew.Roll(10, c, t, 1);
        var done = (fate < 6 && other is null or { Progress: TaskProgress.Completed }) || (mandatory && allMandatoryDone && other is null);
        if (done)
            Do(doer.At(at.AddDays(1)), by => CompleteTask.Decide(by, new CompleteTask("The registry has answered."), tale.State!, file, other));
        else if (fate < 8 && other is null)
            Do(doer.At(at.AddDays(1)), by => StartTask.Decide(by, tale.State!, file, other));
        if (!done && fate % 2 == 0)
            Do(Acting.System(due.AddMinutes(1)), by => MarkTaskOverdue.Decide(by, new MarkTaskOverdue(tale.State!.Due.At), tale.State!));
        return tale;

        void Do(Acting by, Func<Acting, Decision<ITaskFact>> decide)
        {
            tale.Add(by, decide(by));
            duties.Add(by, Duties.Follow(duties.State, tale.State!));
        }
    }
}
