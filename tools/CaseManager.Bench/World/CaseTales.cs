using Bogus;
using CaseManager.Domain.Access;
using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Cases;
using CaseManager.Server.Kernel;

namespace CaseManager.Bench.World;

/// <summary>Cases at all stages, their teams, and tasks. Cases of the first twenty desks are left as they were opened: the benches act on them.</summary>
internal static class CaseTales
{
    private const int Untouched = 20;

    /// <param name="tasks">How many it has.</param>
    public static IEnumerable<Stream> Of(int c, int tasks, Faker faker, string summary)
    {
        var (team, opened, label) = (Seeded.Team(c), Seeded.Opened(c), Seeded.LabelOf(c));
        var file = new Tale<CaseFile, ICaseFact>(Seeded.Case(c).Value, label);
        file.Add(team[0].At(opened), new CaseOpened(
            Seeded.Case(c), Seeded.NumberOf(c), faker.Commerce.ProductName(), summary, (Priority)Skew.Roll(4, c), new AgencyId(People.Own), team[0].Id,
            Seeded.Force, label.TaskForce is null ? Audience.CaseTeam : Audience.TaskForce, label.Tlp, []));
        var duties = new Tale<Duties, IDutyFact>(DutyRow.KeyOf(Seeded.Case(c)), label);
        var closes = StageOf(c) == Stage.Closed;
        foreach (var task in TaskTales.Of(c, tasks, file.State!, duties, allMandatoryDone: closes))
            yield return task;
        Move(c, file, duties, team[0], opened.AddDays(30));
        yield return file.Stream;
        if (!duties.IsEmpty)
            yield return duties.Stream;
        foreach (var officer in team)
            yield return Granted(c, officer, Role.PrimaryInvestigator, team[0], label);
        if (Seeded.CustodianOf(c) is { } custodian)
            yield return Granted(c, custodian, Role.ExhibitCustodian, team[0], label);
    }

    private static Stream Granted(int c, Person officer, Role role, Person by, Label label)
    {
        var scope = Scope.Of(Seeded.Case(c));
        return Stream.By(by, GrantIds.Of(scope, officer.Id), label, Seeded.Opened(c), new GrantGiven(scope, officer.Id, role, Seeded.Start, null, "Opening of the case"));
    }

    private static Stage StageOf(int c) => c % Seeded.Officers < Untouched ? Stage.Intake : Skew.Roll(10, c, salt: 1) switch
    {
        0 => Stage.Intake,
        < 5 => Stage.Investigation,
        5 => Stage.Suspended,
        6 => Stage.PendingCharges,
        7 => Stage.BeforeCourts,
        _ => Stage.Closed,
    };

    private static void Move(int c, Tale<CaseFile, ICaseFact> file, Tale<Duties, IDutyFact> duties, Person lead, DateTimeOffset at)
    {
        Stage[] way = StageOf(c) switch
        {
            Stage.Intake => [],
            Stage.BeforeCourts => [Stage.Investigation, Stage.PendingCharges, Stage.BeforeCourts],
            Stage.PendingCharges => [Stage.Investigation, Stage.PendingCharges],
            Stage.Suspended => [Stage.Investigation, Stage.Suspended],
            _ => [Stage.Investigation],
        };
        foreach (var stage in way)
            file.Add(lead.At(at), MoveToStage.Decide(lead.At(at), new MoveToStage(stage, "Reviewed"), file.State!));
        if (StageOf(c) != Stage.Closed)
            return;
        file.Add(lead.At(at), ProposeClosure.Decide(lead.At(at), new ProposeClosure(ClosureOutcome.NoFurtherAction, "Nothing further"), file.State!, duties.State));
        var approver = People.Supervisor.At(at.AddHours(20));
        file.Add(approver, ApproveClosure.Decide(approver, new ApproveClosure(null), file.State!, duties.State));
        duties.Add(approver, new DutiesFoundDischarged(Seeded.Case(c), approver.Officer));
    }
}
