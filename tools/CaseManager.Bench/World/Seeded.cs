using Bogus;
using CaseManager.Domain.Access;
using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Access;
using CaseManager.Server.Kernel;

namespace CaseManager.Bench.World;

/// <summary>
/// A world that is the same at every run: the cases of fifty officers with their entries, exhibits and tasks, and operations of five
/// agencies. The first case has a long timeline; among the others few are heavy and many small.
/// </summary>
internal sealed class Seeded
{
    public const string Agency = People.Own;
    public const int Officers = People.Desks;

    private const int Corrections = 8; // every eighth entry was corrected once
    private const int ExhibitsOfEach = 20;
    private const int TasksOfEach = 10;
    private const int CasesOfAnOperation = 5;

    public static readonly DateTimeOffset Start = new(2025, 1, 6, 8, 0, 0, TimeSpan.Zero);
    private static readonly AgencyId Own = new(Agency);
    private static readonly int[] _steps = [0, 7, 19];

    private readonly int[] _entries;
    private readonly int[] _exhibits;
    private readonly int[] _tasks;
    private readonly string[] _texts;

    /// <param name="facts">About how many in all: entries make up what the rest leaves.</param>
    public Seeded(int cases, int facts, int longTimeline)
    {
        Cases = cases;
        var voice = Voice();
        _texts = [.. Enumerable.Range(0, 512).Select(_ => voice.Lorem.Sentences(2, " "))];
        _exhibits = Skew.Shares(cases * ExhibitsOfEach, cases, level: 5);
        _tasks = Skew.Shares(cases * TasksOfEach, cases, level: 20);
        var left = facts - Rest().Sum(s => s.Facts.Count) - With(longTimeline);
        _entries = [longTimeline, .. Skew.Shares(left * Corrections / (Corrections + 1), cases - 1, level: 20)];
    }

    public static TaskForceId Force { get; } = new(NameId.For("bench-task-force", "NG"));

    public int Cases { get; }

    public int Operations => Cases / CasesOfAnOperation;

    public static string Subject(int officer) => People.Desk(officer).Subject;

    public static OfficerId Officer(int officer) => People.Desk(officer).Id;

    public static CaseId Case(int number) => new(NameId.For("bench-case", $"{number}"));

    public static CaseNumber NumberOf(int onCase) => new($"CFP-2025-{onCase:00000}");

    public static EntryId Entry(int onCase, int number) => new(NameId.For("bench-entry", $"{onCase}|{number}"));

    /// <summary>Three on each case; the first leads it, and desk 0 leads the long one.</summary>
    public static Person[] Team(int onCase) => [.. _steps.Select(o => (onCase + o) % Officers).Order().Select(People.Desk)];

    /// <summary>Some cases have a custodian of another agency.</summary>
    public static Person? CustodianOf(int onCase) => onCase % 5 == 0 ? People.Partner(onCase / 5 % People.Partners.Length, onCase) : null;

    public static DateTimeOffset Opened(int onCase) => Start.AddHours(onCase * 14 % 14_000);

    /// <summary>Nine cases of ten are for the eyes of the task force too.</summary>
    public static Label LabelOf(int onCase) => new(Own, Tlp.Amber, Case(onCase), onCase % 10 == 9 ? null : Force, []);

    public int EntriesOf(int onCase) => _entries[onCase];

    public int ExhibitsOf(int onCase) => _exhibits[onCase];

    /// <summary>All streams, each with its label and its facts in order.</summary>
    public IEnumerable<Stream> Streams() => Rest().Concat(Enumerable.Range(0, Cases).SelectMany(Entries));

    private IEnumerable<Stream> Rest()
    {
        var faker = Voice();
        return Directory(faker)
            .Concat(Enumerable.Range(0, Cases).SelectMany(c => CaseTales.Of(c, _tasks[c], faker, _texts[c % _texts.Length]).Concat(ExhibitTales.Of(c, _exhibits[c]))))
            .Concat(Enumerable.Range(0, Operations).SelectMany(o => new OperationTales(o).Tell()));
    }

    private static IEnumerable<Stream> Directory(Faker faker)
    {
        var (community, registrar) = (Label.Community(Own), People.Desk(0));
        string[] agencies = [Agency, .. People.Partners];
        foreach (var agency in agencies.Select(a => new AgencyId(a)))
            yield return Stream.By(registrar, AgencyRow.KeyOf(agency), community, Start, new AgencyRegistered(agency, $"Agency {agency}", "CA", "America/Toronto"));
        foreach (var person in People.All)
            yield return Stream.By(registrar, person.Id.Value, community, Start, new OfficerRegistered(person.Id, person.Of, person.Subject, faker.Name.FullName(), "en-CA"));
        yield return Stream.By(registrar, Force.Value, community, Start,
            [new TaskForceEstablished(Force, "NG", "Northgate", "Precursors", "v3", Own, Start), .. agencies.Select(a => new AgencyJoinedTaskForce(new AgencyId(a), Start, null))]);
        foreach (var (person, role) in new[] { (People.Supervisor, Role.Supervisor), (People.Coordinator, Role.Coordinator) })
        {
            yield return Stream.By(registrar, GrantIds.Of(Scope.Of(Force), person.Id), community, Start,
                new GrantGiven(Scope.Of(Force), person.Id, role, Start, null, "Agreement"));
        }
    }

    private IEnumerable<Stream> Entries(int c)
    {
        var (label, team, opened) = (LabelOf(c), Team(c), Opened(c));
        for (var e = 0; e < _entries[c]; e++)
        {
            var (occurred, text) = (opened.AddMinutes(7L * e), _texts[(c + e) % _texts.Length]);
            var recorded = new EntryRecorded(
                Entry(c, e), Case(c), text, new Occurrence(Precision.Instant, "America/Toronto", occurred, occurred, null, null),
                new EntrySource(SourceKind.OfficerReport, $"R-{e}"), null, [$"tag-{e % 12}"], Own, label.Tlp, label.TaskForce, []);
            IFact[] facts = e % Corrections == 0 ? [recorded, new EntryTextCorrected(text, _texts[(c + e + 1) % _texts.Length], "Read back")] : [recorded];
            yield return Stream.By(team[e % team.Length], Entry(c, e).Value, label, occurred.AddMinutes(5), facts);
        }
    }

    private static Faker Voice() => new() { Random = new Randomizer(20260418) };

    private static int With(int entries) => entries + entries / Corrections;
}
