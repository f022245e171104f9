using Bogus;
using CaseManager.Domain.Access;
using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Access;
using CaseManager.Server.Kernel;

namespace CaseManager.Bench.World;

/// <summary>
/// A world that is the same at every run: 50 officers of one agency, cases of 20 grants each, entries in the voice of a note book.
/// The first case has a long timeline; the others share the rest evenly.
/// </summary>
internal sealed class Seeded(int cases, int facts, int longTimeline)
{
    public const string Agency = "CFP";
    public const int Officers = 50;

    private const int PerCase = 3;
    private static readonly DateTimeOffset Start = new(2025, 1, 6, 8, 0, 0, TimeSpan.Zero);
    private static readonly AgencyId Own = new(Agency);

    private readonly int _corrections = 8; // every eighth entry was corrected once

    public int Cases => cases;

    public static string Subject(int officer) => $"officer.{officer:000}";

    public static OfficerId Officer(int officer) => OfficerIds.Of(Own, Subject(officer));

    public static CaseId Case(int number) => new(NameId.For("bench-case", $"{number}"));

    public static EntryId Entry(int onCase, int number) => new(NameId.For("bench-entry", $"{onCase}|{number}"));

    /// <summary>Cases on which that officer serves, the busiest first.</summary>
    public int[] CasesOf(int officer) => [.. Enumerable.Range(0, cases).Where(c => ServesOn(officer, c))];

    public int EntriesOf(int onCase)
    {
        var left = facts - 1 - Officers - cases * (1 + PerCase) - With(longTimeline);
        var each = Math.Max(1, left / Math.Max(1, cases - 1) * _corrections / (_corrections + 1));
        return onCase == 0 ? longTimeline : each;
    }

    /// <summary>All streams, each with its label and its facts in order.</summary>
    public IEnumerable<Stream> Streams()
    {
        var faker = new Faker { Random = new Randomizer(20260418) };
        var texts = Enumerable.Range(0, 512).Select(_ => faker.Lorem.Sentences(2, " ")).ToArray();
        var community = Label.Community(Own);
        yield return new(AgencyRow.KeyOf(Own), community, [new AgencyRegistered(Own, "Federal Police", "CA", "America/Toronto")], Start, Officer(0));
        for (var o = 0; o < Officers; o++)
            yield return new(Officer(o).Value, community, [new OfficerRegistered(Officer(o), Own, Subject(o), faker.Name.FullName(), "en-CA")], Start, Officer(0));
        for (var c = 0; c < cases; c++)
        {
            var label = LabelOf(c);
            var team = Enumerable.Range(0, Officers).Where(o => ServesOn(o, c)).ToArray();
            var lead = Officer(team[0]);
            var opened = Start.AddHours(c % 4000);
            yield return new(Case(c).Value, label, [new CaseOpened(
                Case(c), new CaseNumber($"CFP-2025-{c:00000}"), faker.Commerce.ProductName(), texts[c % texts.Length], Priority.Normal, Own, lead,
                null, Audience.CaseTeam, Tlp.Amber, [])], opened, lead);
            foreach (var o in team)
            {
                yield return new(GrantIds.Of(Scope.Of(Case(c)), Officer(o)), label,
                    [new GrantGiven(Scope.Of(Case(c)), Officer(o), Role.PrimaryInvestigator, opened, null, "Opening of the case")], opened, lead);
            }
            for (var e = 0; e < EntriesOf(c); e++)
                yield return EntryStream(c, e, label, Officer(team[e % team.Length]), opened, texts);
        }
    }

    public static Label LabelOf(int onCase) => new(Own, Tlp.Amber, Case(onCase), null, []);

    private Stream EntryStream(int c, int e, Label label, OfficerId by, DateTimeOffset opened, string[] texts)
    {
        var occurred = opened.AddMinutes(7L * e);
        var text = texts[(c + e) % texts.Length];
        var recorded = new EntryRecorded(
            Entry(c, e), Case(c), text, new Occurrence(Precision.Instant, "America/Toronto", occurred, occurred, null, null),
            new EntrySource(SourceKind.OfficerReport, $"R-{e}"), null, [$"tag-{e % 12}"], Own, Tlp.Amber, null, []);
        IFact[] facts = e % _corrections == 0 ? [recorded, new EntryTextCorrected(text, texts[(c + e + 1) % texts.Length], "Read back")] : [recorded];
        return new(Entry(c, e).Value, label, facts, occurred.AddMinutes(5), by);
    }

    private int With(int entries) => entries + entries / _corrections;

    // Three officers on each case; officer 0 leads the long one.
    private static bool ServesOn(int officer, int c) => (officer - c % Officers + Officers) % Officers is 0 or 7 or 19;
}

/// <summary>One stream to store.</summary>
internal sealed record Stream(Guid Id, Label Label, IReadOnlyList<IFact> Facts, DateTimeOffset At, OfficerId By);
