using System.Text.Json;
using System.Text.Json.Nodes;
using CaseManager.Server.Tests.Api;
using CaseManager.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Stories;

/// <summary>T17: what people write stands in the store and in answers, and nowhere else: no log, no trace, no measurement, not the database's log.</summary>
[Collection(ApiTests.Name)]
public sealed class DiscretionTests(ServerHost host, ITestOutputHelper output)
{
    private static readonly string[] InTheirWords =
    [
        "title", "summary", "text", "reason", "remark", "description", "name", "purpose", "aim", "place", "address", "said", "reference", "seal", "sealSeen",
        "handlingText", "details", "tag", "tags", "agreement", "words", "message", "conditions", "note",
    ];

    private readonly string _canary = $"zq{Guid.NewGuid():n}";
    private readonly Northgate _world = host.World;

    [Fact]
    public async Task What_people_write_is_in_no_log_trace_or_measurement()
    {
        using var overheard = new Overheard();
        await using var node = await host.AnotherNode(services =>
        {
            services.AddSingleton<ILoggerProvider>(overheard);
            services.Configure<LoggerFilterOptions>(options =>
            {
                options.MinLevel = LogLevel.Trace;
                options.Rules.Clear();
            });
        });
        using var client = node.Server.CreateClient();
        var maya = host.As("maya.roy", "CFP", client);

        var (done, refused) = await EverythingDone(maya);
        await EverythingAsked(maya);

        Assert.InRange(done, 10, int.MaxValue);
        Assert.InRange(refused, 10, int.MaxValue);
        // It is there to be found, and what listens does listen.
        Assert.Contains(_canary, await maya.Answer("query($w: String!) { search(text: $w, first: 5) { totalCount } cases(first: 5, where: { title: { contains: $w } }) { nodes { title } } }", new { w = _canary }), StringComparison.OrdinalIgnoreCase);
        var (lines, spans, measurements) = overheard.Heard();
        Assert.All([lines, spans, measurements], heard => Assert.InRange(heard, 10, int.MaxValue));
        Assert.Empty(overheard.Saying(_canary));
        Assert.DoesNotContain(_canary, await DatabaseLog(), StringComparison.OrdinalIgnoreCase);
        output.WriteLine($"figure T17 acts={done + refused} log-lines={lines} spans={spans} measurements={measurements} hits=0");
    }

    [Fact]
    public async Task A_question_in_an_address_is_not_logged_either()
    {
        using var overheard = new Overheard();
        await using var node = await host.AnotherNode(services => services.AddSingleton<ILoggerProvider>(overheard));
        using var client = node.Server.CreateClient();

        using var answer = await client.GetAsync(new Uri($"/graphql?query={{cases(first:1,where:{{title:{{eq:\"{_canary}\"}}}}){{totalCount}}}}", UriKind.Relative));

        Assert.InRange(overheard.Heard().Lines, 1, int.MaxValue);
        Assert.Empty(overheard.Saying(_canary));
    }

    [Fact]
    public void A_line_that_tells_what_was_written_is_found()
    {
        using var overheard = new Overheard();
        using var log = LoggerFactory.Create(logging => logging.AddProvider(overheard));

        log.CreateLogger("Slip").LogInformation("Recorded {Text}", $"They said {_canary.ToUpperInvariant()}");

        Assert.Single(overheard.Saying(_canary));
    }

    private async Task<(int Done, int Refused)> EverythingDone(Voice maya)
    {
        var opened = await maya.Do("openCase", new { title = $"Case {_canary}", summary = _canary });
        var entry = await maya.Do("recordTimelineEntry", new { @case = opened.Id, text = $"Text {_canary}", occurred = new { zone = "America/Toronto", date = "2026-04-18" } });
        var exhibit = await maya.Do("seizeExhibit", Northgate.Item(opened.Id, _canary));
        var target = new Target(opened.Id, entry.Id, _world.HaldenEntry, maya.Id, _world.TaskForce) { Exhibit = exhibit.Id };
        var (done, refused) = (3, 0);
        foreach (var (mutation, input) in Acts.All)
        {
            var real = Denials.OnCase.ContainsKey(mutation) || Denials.ForOneself.Contains(mutation);
            var written = Written(JsonSerializer.SerializeToNode(input(real ? target : Target.Nothing(maya.Id)))!);
            var outcome = await maya.Act(mutation, written);
            _ = outcome.Code is null ? done++ : refused++;
        }
        return (done, refused);
    }

    private async Task EverythingAsked(Voice maya)
    {
        foreach (var document in new[]
        {
            $"{{ {_canary} }}", $"{{ cases(first: \"{_canary}\") {{ totalCount }} }}", $"{{ cases(where: {{ title: {{ eq: \"{_canary} }}", $"query {_canary} {{ me {{ id }} }}",
            $"{{ node(id: \"{_canary}\") {{ id }} }}", $"{{ search(text: \"{_canary}\", first: 5) {{ totalCount }} }}", $"{{ cases(first: 1, after: \"{_canary}\") {{ totalCount }} }}",
        })
            await maya.Answer(document);
        await maya.Answer("query($t: Tlp) { cases(first: 1, where: { tlp: { eq: $t } }) { totalCount } }", new { t = _canary });
        await maya.Answer("mutation($i: RecordTimelineEntryInput!) { recordTimelineEntry(input: $i) { version } }", new { i = new { text = _canary } });
    }

    private JsonNode Written(JsonNode input)
    {
        foreach (var (name, value) in ((JsonObject)input).ToList())
        {
            if (value is JsonObject)
                Written(value);
            else if (InTheirWords.Contains(name) && value is JsonArray)
                input[name] = new JsonArray(_canary);
            else if (InTheirWords.Contains(name) && value?.GetValueKind() == JsonValueKind.String)
                input[name] = _canary;
        }
        return input;
    }

    private static async Task<string> DatabaseLog()
    {
        await using var log = new FileStream(Path.Combine((await TestPostgres.Durable).Folder, "postgres.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(log);
        return await reader.ReadToEndAsync();
    }
}
