using System.Text.Json.Nodes;
using CaseManager.Server.Demo;
using CaseManager.Server.Identity.Development;
using CaseManager.Server.Tests.Api;
using CaseManager.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseManager.Server.Tests.Demo;

public sealed class DemoWorldTests(DemoHost demo) : IClassFixture<DemoHost>
{
    [Fact]
    public void Loads_to_its_end_and_says_how_far_it_is()
    {
        var acts = DemoWorld.Acts(demo.Settings).Count;

        Assert.Equal($"Loading the demo world … 0/{acts}", demo.Said[0]);
        Assert.Equal($"Loading the demo world … {acts}/{acts}", demo.Said[^1]);
    }

    public static TheoryData<int> Blocks => [.. Enumerable.Range(0, ReadmeQueries.All.Count)];

    [Fact]
    public void Every_query_of_the_readme_says_as_whom() =>
        Assert.Equal(ReadmeQueries.Fences, ReadmeQueries.All.Count);

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Answers_the_queries_of_the_readme(int block)
    {
        var (subject, document) = ReadmeQueries.All[block];

        var answer = await demo.Client.Ask(subject, document, null, CancellationToken.None);

        Assert.Null(answer["errors"]?.ToJsonString());
        // A query that finds nothing teaches nothing; only the one about hidden cases is about nothing.
        Assert.Equal(subject != "a.novak", Leaves(answer["data"]).Any(v => v is not (null or "0" or "")));
    }

    [Fact]
    public async Task Answers_the_queries_of_the_banner()
    {
        foreach (var query in FirstQueries.All)
            Assert.Null((await demo.Client.Ask(query.SignIn, query.Document, null, CancellationToken.None))["errors"]?.ToJsonString());
    }

    [Fact]
    public async Task The_sealed_case_is_known_to_its_desk_alone()
    {
        const string Sealed = """{ caseByNumber(number: "OPS-2026-207") { number } }""";
        foreach (var officer in demo.Settings.DemoOfficers)
        {
            var found = (await demo.Client.Ask(officer.Subject, Sealed, null, CancellationToken.None))["data"]!["caseByNumber"];

            Assert.Equal(officer.Subject == "desk.ops7", found is not null);
        }
    }

    [Fact]
    public async Task An_analyst_of_a_member_agency_sees_no_case()
    {
        var answer = await demo.Client.Ask("a.novak", "{ me { name } cases { totalCount nodes { number } } }", null, CancellationToken.None);

        Assert.Equal("""{"data":{"me":{"name":"A. Novak"},"cases":{"totalCount":0,"nodes":[]}}}""", answer.ToJsonString());
    }

    [Fact]
    public async Task Halden_has_times_and_grades_of_every_kind()
    {
        var answer = await demo.Client.Ask("maya.roy", """
            { caseByNumber(number: "NG-2026-014") { timeline(first: 50, where: { derived: { eq: false } }) { totalCount nodes { precision gradeScheme corrected attachments { name } links(first: 3) { nodes { kind } } } } } }
            """, null, CancellationToken.None);

        var timeline = answer["data"]!["caseByNumber"]!["timeline"]!;
        var entries = timeline["nodes"]!.AsArray();
        Assert.InRange((int)timeline["totalCount"]!, 38, 50);
        Assert.Equal(["DAY", "DAY_PART", "INSTANT", "RANGE"], entries.Select(e => (string)e!["precision"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(3, entries.Select(e => (string?)e!["gradeScheme"]).OfType<string>().Distinct().Count());
        Assert.True(entries.Count(e => (bool)e!["corrected"]!) >= 3);
        Assert.True(entries.Count(e => e!["attachments"]!.AsArray().Count > 0) >= 3);
        Assert.Equal(4, entries.SelectMany(e => e!["links"]!["nodes"]!.AsArray()).Select(l => (string)l!["kind"]!).Distinct().Count());
    }

    [Fact]
    public async Task Theo_has_nineteen_tasks_of_which_four_are_overdue_and_the_closure_of_Borealis_waits_for_Jules()
    {
        const string Load = """{ workloads { officer { name } open overdue } inbox(kinds: ["case.closure-to-decide"]) { nodes { record { ... on Case { title } } } } }""";
        var said = "";
        await Eventually.True(async () =>
        {
            said = (await demo.Client.Ask("jules.bedard", Load, null, CancellationToken.None))["data"]!.ToJsonString();
            return said.Contains("""{"officer":{"name":"Theo Lang"},"open":19,"overdue":4}""", StringComparison.Ordinal);
        }, "not all fell overdue");
        Assert.Contains("""{"record":{"title":"Borealis"}}""", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Halden_has_exhibits_on_shelves_on_the_way_and_abroad()
    {
        const string Exhibits = """
            { exhibits(first: 50, order: [{ item: ASC }]) { nodes { number status holder { name } custodyChain { outcome } } } exhibitFigures(by: HOLDER_AGENCY) { key count } }
            """;
        var answer = (await demo.Client.Ask("jules.bedard", Exhibits, null, CancellationToken.None))["data"]!;
        var custodian = (await demo.Client.Ask("nadia.haddad", Exhibits, null, CancellationToken.None))["data"]!;

        var exhibits = answer["exhibits"]!["nodes"]!.AsArray();
        Assert.Equal(["HELD", "IN_TRANSIT"], exhibits.Select(e => (string)e!["status"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["ACCEPTED", "REFUSED", "WAITING"], exhibits.SelectMany(e => e!["custodyChain"]!.AsArray()).Select(h => (string)h!["outcome"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal("Piet de Vries", (string)exhibits.Single(e => (string)e!["number"]! == "NG-2026-014/E-20")!["holder"]!["name"]!);
        Assert.Equal(["CFP", "NLFI", "OPS"], answer["exhibitFigures"]!.AsArray().Select(f => (string)f!["key"]!));
        Assert.Equal(exhibits.Count - 1, custodian["exhibits"]!["nodes"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_complete_world_is_left_alone()
    {
        var said = new List<string>();

        await DemoWorld.Load(demo.Host.Services, demo.Host.Server.CreateClient(), said.Add, CancellationToken.None);

        Assert.Empty(said);
    }

    [Fact]
    public async Task A_load_that_was_broken_off_goes_on_and_doubles_nothing()
    {
        var keys = Directory.CreateTempSubdirectory("demo-keys-");
        await using var host = await DemoHost.Start(await TestPostgres.NewDurableDatabase(), keys.FullName);
        var client = new DemoClient(host.Server.CreateClient(), demo.Settings, host.Services.GetRequiredService<DevelopmentTokens>());
        var acts = DemoWorld.Acts(demo.Settings);
        Assert.Null(await new DemoLoad(client, [.. acts.Take(100)], _ => { }).Run(CancellationToken.None));

        await DemoWorld.Load(host.Services, host.Server.CreateClient(), _ => { }, CancellationToken.None);

        Assert.Equal(await Counts(demo.Client), await Counts(client));
        keys.Delete(recursive: true);
    }

    [Fact]
    public async Task Somebodys_own_store_is_left_alone()
    {
        var keys = Directory.CreateTempSubdirectory("demo-keys-");
        await using var host = await DemoHost.Start(await TestPostgres.NewDurableDatabase(), keys.FullName);
        var client = new DemoClient(host.Server.CreateClient(), demo.Settings, host.Services.GetRequiredService<DevelopmentTokens>());
        Assert.Null(await new DemoLoad(client, [new("registrar.cfp", "registerAgency", new { name = "Our own", zone = "Europe/Paris" })], _ => { }).Run(CancellationToken.None));
        var said = new List<string>();

        await DemoWorld.Load(host.Services, host.Server.CreateClient(), said.Add, CancellationToken.None);

        Assert.Empty(said);
        keys.Delete(recursive: true);
    }

    private static async Task<string> Counts(DemoClient client) =>
        (await client.Ask("maya.roy", """
            { officers { totalCount } agencies { totalCount } cases { totalCount } caseByNumber(number: "NG-2026-014") { version timeline { totalCount } exhibits { totalCount } } }
            """, null, CancellationToken.None)).ToJsonString();

    private static IEnumerable<string?> Leaves(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(f => Leaves(f.Value)),
        JsonArray a => a.SelectMany(Leaves),
        null => [null],
        _ => [node.ToString()],
    };
}
