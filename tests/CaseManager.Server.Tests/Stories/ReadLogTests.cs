using System.Text.Json;
using CaseManager.Server.GraphQl;
using CaseManager.Server.Interests;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Tests.Api;
using CaseManager.Server.Tests.Store;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Nothing above TLP:GREEN is shown that is not on record as shown, and nobody learns more from the record than is theirs to oversee.</summary>
[Collection(ApiTests.Name)]
public sealed class ReadLogTests(ServerHost host, ITestOutputHelper output)
{
    private const string Log =
        """
        query Overseen($officer: ID, $record: ID, $from: DateTime, $until: DateTime, $decision: ReadDecision, $first: Int, $after: String) {
          readLog(officer: $officer, record: $record, from: $from, until: $until, decision: $decision, first: $first, after: $after) {
            totalCount
            nodes { at officer { id } agency { code } kind decision type record { id } ofLog times operation document }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    private const string CaseById = "query Opened($id: ID!) { case(id: $id) { id title } }";

    private readonly Northgate _world = host.World;

    [Fact]
    public void There_is_a_question_for_every_root_field() =>
        Assert.Equal(RootFields(), EverythingAsked.Questions.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Whatever_an_answer_shows_is_on_record()
    {
        var variables = await SomethingOfEach();
        var (shown, telling) = (0, new List<string>());
        foreach (var (field, question) in EverythingAsked.Questions)
        {
            var before = await OnRecord.Now(host);
            var answer = await _world.Jules.Answer(question, variables);
            Assert.False(JsonDocument.Parse(answer).RootElement.TryGetProperty("errors", out _), $"{field}: {answer}");
            Assert.Empty(await OnRecord.Missing(host, _world.Jules, answer, before));
            var restricted = await OnRecord.Shown(host, answer);
            shown += restricted;
            if (restricted > 0)
                telling.Add(field);
        }
        Assert.Equal(EverythingAsked.Telling, telling);
        output.WriteLine($"figure T18 root-fields={EverythingAsked.Questions.Count} shown={shown} unrecorded=0");
    }

    [Theory]
    [InlineData("timeline_entry")]
    [InlineData("case_file")]
    [InlineData("exhibit")]
    [InlineData("task")]
    [InlineData("officer_grant")]
    [InlineData("partner_site")]
    public async Task A_view_whose_rows_nobody_noted_would_be_found(string forgotten)
    {
        await using var careless = await host.AnotherNode(services => services.AddSingleton<RecordReads>(s => (caller, trail, occasion, cancel) =>
        {
            var rest = new Trail();
            foreach (var seen in trail.Seen.Where(seen => seen.View != forgotten))
                rest.Show(seen);
            return s.GetRequiredService<ReadRecorder>().Record(caller, rest, occasion, cancel);
        }));
        using var client = careless.Server.CreateClient();
        var there = host.As("jules.bedard", "CFP", client);
        var variables = await SomethingOfEach();
        var found = 0;
        foreach (var question in EverythingAsked.Questions.Values)
        {
            var before = await OnRecord.Now(host);
            found += (await OnRecord.Missing(host, there, await there.Answer(question, variables), before)).Count;
        }
        Assert.True(found > 0);
    }

    [Fact]
    public async Task What_an_act_shows_of_its_record_is_on_record()
    {
        var file = await _world.NewCase();
        var before = await OnRecord.Now(host);
        var told = await _world.Theo.Do("recordTimelineEntry", new { @case = file, text = "Lights on", occurred = Northgate.AtEight });
        Assert.Empty(await OnRecord.Missing(host, _world.Theo, told.Text, before));
        Assert.Equal(["Act Shown timeline_entry"], (await OnRecord.Lines(host, _world.Theo, before)).Select(Beginning));
    }

    [Fact]
    public async Task What_a_stale_act_is_told_is_on_record()
    {
        var file = await _world.NewCase();
        var entry = await _world.NewEntry(file);
        await _world.Maya.Do("correctTimelineEntry", new { entry, version = 1, text = "Van seen twice.", reason = "Misheard" });
        var before = await OnRecord.Now(host);
        Assert.Equal("record.stale", (await _world.Theo.Act("correctTimelineEntry", new { entry, version = 1, text = "Van seen.", reason = "Misheard" })).Code);
        Assert.Equal(["Act Shown timeline_entry"], (await OnRecord.Lines(host, _world.Theo, before)).Select(Beginning));
    }

    [Theory]
    [InlineData(LiveLine.Stream)]
    [InlineData(LiveLine.Transport)]
    public async Task What_an_event_shows_is_on_record_before_it_comes(string transport)
    {
        var file = await _world.NewCase();
        var before = await OnRecord.Now(host);
        await using var line = await _world.Theo.Follow(transport, host.Alba, "subscription($case: ID!) { timelineChanged(case: $case) { id text case { id } } }", new { @case = file });
        var next = line.Next();
        await Eventually.True(async () =>
        {
            await _world.NewEntry(file);
            return next.IsCompleted;
        }, "nothing was heard");

        Assert.Empty(await OnRecord.Missing(host, _world.Theo, (await next).ToString(), before));
        Assert.Contains("Event Shown timeline_entry", (await OnRecord.Lines(host, _world.Theo, before)).Select(Beginning));
    }

    [Fact]
    public async Task A_board_that_is_followed_is_on_record_with_its_sites()
    {
        var planner = _world.Staff.In("COORDINATOR");
        var before = await OnRecord.Now(host);
        await using var line = await planner.Follow(LiveLine.Stream, host.Alba, "subscription($id: ID!) { boardChanged(operation: $id) { pin lines { number } } }", new { id = _world.Staff.Operation });
        var next = line.Next();
        var hour = 0;
        await Eventually.True(async () =>
        {
            var version = (await planner.Ask("query($id: ID!) { operation(id: $id) { version } }", new { id = _world.Staff.Operation })).GetProperty("operation").GetProperty("version").GetInt64();
            await planner.Do("moveHHour", new { operation = _world.Staff.Operation, version, hHour = new { at = $"2026-05-13T10:{20 + (hour++ % 30)}Z" }, reason = "Fog" });
            return next.IsCompleted;
        }, "nothing was heard");
        await next;
        Assert.Superset(
            new HashSet<string>(["Event Shown operation", "Event Shown partner_site", "Event Shown site"]),
            (await OnRecord.Lines(host, planner, before)).Select(Beginning).ToHashSet());
    }

    [Fact]
    public async Task Without_a_record_nothing_is_shown_and_nothing_live_is_told()
    {
        var file = await _world.NewCase();
        await using var line = await _world.Theo.Listen("subscription($case: ID!) { timelineChanged(case: $case) { text } }", new { @case = file });
        var first = line.Next(TimeSpan.FromSeconds(20));
        await Eventually.True(async () =>
        {
            await _world.NewEntry(file, "Seen");
            return first.IsCompleted;
        }, "nothing was heard");

        await using (await Broken())
        {
            foreach (var question in new[] { CaseById, "query($id: ID!) { node(id: $id) { id } }", "query($id: ID!) { cases { nodes { title } } case(id: $id) { id } }" })
                Assert.Equal("READ_NOT_RECORDED", Withheld(await _world.Theo.Answer(question, new { id = file })));
            // In vain or not: an answer that says so is one as well.
            Assert.Equal("READ_NOT_RECORDED", Withheld(await _world.Novak.Answer(CaseById, new { id = file })));
            Assert.Equal("READ_NOT_RECORDED", Withheld(await _world.Novak.Answer(CaseById, new { id = GlobalIds.Nothing("Case") })));
            // What is known to all goes on.
            Assert.Equal(_world.Theo.Id, (await _world.Theo.Ask("{ me { id } }")).GetProperty("me").GetProperty("id").GetString());

            // The act was done; only what came of it could not be shown.
            var input = new { @case = file, text = "Heard by nobody", occurred = Northgate.AtEight, clientMutationId = $"m{Guid.NewGuid():n}" };
            Assert.Equal("READ_NOT_RECORDED", Withheld(await _world.Maya.Answer(Mutations.Document("recordTimelineEntry"), new { input })));
            var told = "";
            while (await line.Next(TimeSpan.FromSeconds(20)) is { } next)
                told = next.ToString();
            Assert.Contains("READ_NOT_RECORDED", told, StringComparison.Ordinal);
            Assert.DoesNotContain("Heard by nobody", told, StringComparison.Ordinal);
        }
        Assert.Equal(file, (await _world.Theo.Ask(CaseById, new { id = file })).GetProperty("case").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_line_that_stands_is_never_another()
    {
        await _world.Theo.Ask(CaseById, new { id = _world.Halden });
        foreach (var change in new[] { "update cm.read_log set operation = 'x'", "delete from cm.read_log", "truncate cm.read_log" })
            Assert.Equal("23001", (await Assert.ThrowsAsync<PostgresException>(() => Query.Run(host.Database, change))).SqlState);
        await Query.Run(host.Database, "insert into cm.read_log (at, officer, agency, kind, decision, label, also, records, total) values ('2001-01-01', gen_random_uuid(), 'X', 'Query', 'Shown', 1, '{}', '{}', 0)");
        Assert.Equal(0, await Query.Count(host.Database, "cm.read_log where at < '2020-01-01'"));
    }

    [Fact]
    public async Task An_auditor_sees_who_read_by_person_by_record_and_by_time()
    {
        var (file, auditor) = await Audited();
        var entry = await _world.NewEntry(file);
        var from = DateTimeOffset.UtcNow;
        await _world.Theo.Ask(CaseById, new { id = file });
        await _world.Theo.Ask("query Line($id: ID!) { timelineEntry(id: $id) { id } }", new { id = entry });
        await _world.Jules.Ask("query Line($id: ID!) { timelineEntry(id: $id) { id } }", new { id = entry });

        Assert.Equal([(_world.Jules.Id, "Line"), (_world.Theo.Id, "Line")], Reads(await Ask(auditor, new { record = entry, from })));
        Assert.Equal([(_world.Theo.Id, "Line"), (_world.Theo.Id, "Opened")], Reads(await Ask(auditor, new { officer = _world.Theo.Id, from })));
        Assert.Equal([(_world.Theo.Id, "Opened")], Reads(await Ask(auditor, new { record = file, officer = _world.Theo.Id, from })));
        Assert.Empty(Reads(await Ask(auditor, new { record = entry, until = from.AddHours(-1) })));
        Assert.Empty(Reads(await Ask(auditor, new { record = entry, from, decision = "NOTHING" })));
        var line = (await Ask(auditor, new { record = entry, from })).GetProperty("nodes")[0];
        Assert.Equal(
            ("CFP", "QUERY", "SHOWN", "TimelineEntry", entry, false, 1),
            (Text(line.GetProperty("agency"), "code"), Text(line, "kind"), Text(line, "decision"), Text(line, "type"), Text(line.GetProperty("record"), "id"),
                line.GetProperty("ofLog").GetBoolean(), line.GetProperty("times").GetInt32()));
        Assert.Matches("^[0-9a-f]{64}$", Text(line, "document"));
    }

    [Fact]
    public async Task Page_by_page_each_line_comes_once()
    {
        var (file, auditor) = await Audited();
        foreach (var _ in Enumerable.Range(0, 7))
            await _world.NewEntry(file);
        await _world.Theo.Ask("query All($id: ID!) { case(id: $id) { timeline(first: 20) { nodes { id } } } }", new { id = file });
        await _world.Theo.Ask(CaseById, new { id = file });

        var (walked, after) = (new List<string>(), (string?)null);
        for (var more = true; more;)
        {
            var page = await Ask(auditor, new { officer = _world.Theo.Id, first = 3, after });
            walked.AddRange(page.GetProperty("nodes").EnumerateArray().Select(n => Text(n.GetProperty("record"), "id")));
            (after, more) = (page.GetProperty("pageInfo").GetProperty("endCursor").GetString(), page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
            Assert.Equal(9, page.GetProperty("totalCount").GetInt32());
        }
        Assert.Equal(9, walked.Count);
        Assert.Equal(8, walked.Distinct().Count());
    }

    [Fact]
    public async Task Who_does_not_oversee_sees_nothing_of_it()
    {
        var file = await _world.NewCase();
        await _world.Maya.Ask(CaseById, new { id = file });
        foreach (var officer in new[] { _world.Maya, _world.Theo, _world.Novak, _world.Desk, _world.Registrar, _world.Stranger })
        {
            var told = await Ask(officer, new { record = file });
            Assert.Equal((0, 0), (told.GetProperty("totalCount").GetInt32(), told.GetProperty("nodes").GetArrayLength()));
        }
        Assert.NotEmpty(Reads(await Ask(_world.Jules, new { record = file })));
        foreach (var role in Staffed.Roles)
            Assert.Equal(role is "SUPERVISOR" or "AUDITOR", Reads(await Ask(_world.Staff.In(role), new { record = _world.Staff.Case })).Count > 0);
    }

    [Fact]
    public async Task Of_what_is_for_named_readers_only_these_are_told_who_read_it()
    {
        var (file, auditor) = await Audited();
        var red = (await _world.Maya.Do("recordTimelineEntry", new { @case = file, text = "For Jules' eyes", occurred = Northgate.AtEight, tlp = "RED", readers = new[] { _world.Jules.Id } })).Id;
        await _world.Maya.Ask("query($id: ID!) { timelineEntry(id: $id) { id } }", new { id = red });

        Assert.Empty(Reads(await Ask(auditor, new { record = red })));
        Assert.NotEmpty(Reads(await Ask(_world.Jules, new { record = red })));
    }

    [Fact]
    public async Task Who_read_a_hidden_record_is_answered_as_for_one_that_is_missing()
    {
        var file = (await _world.Desk.Do("openCase", new { title = "Undertow", summary = "Sealed by order." })).Id;
        var entry = await Northgate.NewTask(_world.Desk, file, _world.Desk);
        await _world.Desk.Ask("query($id: ID!) { case(id: $id) { id tasks { nodes { id } } } }", new { id = file });

        foreach (var officer in new[] { _world.Jules, _world.Maya, _world.Novak, _world.Staff.In("AUDITOR") })
            foreach (var (hidden, missing) in new[] { (file, GlobalIds.Nothing("Case")), (entry, GlobalIds.Nothing("Task")) })
                Assert.Equal(await officer.Answer(Log, new { record = missing, first = 3 }), await officer.Answer(Log, new { record = hidden, first = 3 }));
    }

    [Fact]
    public async Task Reading_the_log_is_on_record_too()
    {
        var (file, auditor) = await Audited();
        await _world.Theo.Ask(CaseById, new { id = file });
        await Ask(auditor, new { officer = _world.Theo.Id, record = file });

        var told = (await Ask(_world.Jules, new { officer = auditor.Id, record = file })).GetProperty("nodes").EnumerateArray().Select(n => (n.GetProperty("ofLog").GetBoolean(), Text(n, "type"), Text(n, "operation")));
        Assert.Contains((true, "Case", "Overseen"), told);
    }

    [Theory]
    [InlineData(CaseById)]
    [InlineData("query($id: ID!) { node(id: $id) { id } }")]
    [InlineData("query($id: ID!) { nodes(ids: [$id, $id]) { id } }")]
    public async Task Hidden_and_missing_leave_the_same_line(string question)
    {
        var before = await OnRecord.Now(host);
        await _world.Novak.Ask(question, new { id = _world.Sealed });
        var hidden = await OnRecord.Lines(host, _world.Novak, before);
        before = await OnRecord.Now(host);
        await _world.Novak.Ask(question, new { id = GlobalIds.Nothing("Case") });

        Assert.StartsWith("Query Nothing Case", Assert.Single(hidden), StringComparison.Ordinal);
        Assert.Equal(hidden, await OnRecord.Lines(host, _world.Novak, before));
    }

    [Fact]
    public async Task A_hidden_number_an_act_on_it_and_following_it_leave_the_lines_of_missing_ones()
    {
        const string ByNumber = "query($n: String!) { caseByNumber(number: $n) { id } }";
        const string Follow = "subscription($case: ID!) { timelineChanged(case: $case) { id } }";
        var lines = new List<IReadOnlyList<string>>();
        foreach (var (number, entry, file) in new[] { ("OPS-2026-207", _world.SealedEntry, _world.Sealed), ("OPS-2026-999", GlobalIds.Nothing("TimelineEntry"), GlobalIds.Nothing("Case")) })
        {
            var before = await OnRecord.Now(host);
            await _world.Novak.Ask(ByNumber, new { n = number });
            await _world.Novak.Act("correctTimelineEntry", new { entry, version = 1, text = "x", reason = "y" });
            await using var stream = await _world.Novak.Listen(Follow, new { @case = file });
            await Eventually.True(async () => (await OnRecord.Lines(host, _world.Novak, before)).Count == 3, "following left no line");
            lines.Add(await OnRecord.Lines(host, _world.Novak, before));
        }
        Assert.Equal(["Query Nothing", "Act Nothing", "Event Nothing"], lines[0].Select(line => string.Join(' ', line.Split(' ').Take(2))));
        Assert.Equal(lines[0], lines[1]);
    }

    [Fact]
    public async Task Look_ups_in_vain_are_seen_by_who_oversees_a_task_force_of_the_agency()
    {
        var from = DateTimeOffset.UtcNow;
        var (_, auditorOfCase) = await Audited();
        await _world.Novak.Ask(CaseById, new { id = _world.Sealed });
        await _world.Theo.Act("changeCaseLead", new { @case = _world.Halden, version = 1, lead = _world.Theo.Id, reason = "Mine" });

        var told = (await Ask(_world.Jules, new { officer = _world.Novak.Id, from, decision = "NOTHING" })).GetProperty("nodes");
        Assert.Equal("Case", Text(Assert.Single(told.EnumerateArray()), "type"));
        Assert.Equal(JsonValueKind.Null, told[0].GetProperty("record").ValueKind); // Jules does not see the sealed case either
        Assert.NotEmpty(Reads(await Ask(_world.Jules, new { officer = _world.Theo.Id, from, decision = "REFUSED" })));
        Assert.Empty(Reads(await Ask(auditorOfCase, new { officer = _world.Novak.Id, from })));
    }

    private static string Beginning(string line) => string.Join(' ', line.Split(' ').Take(3));

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static async Task<JsonElement> Ask(Voice by, object variables) => (await by.Ask(Log, variables)).GetProperty("readLog");

    private static List<(string, string)> Reads(JsonElement log) =>
        [.. log.GetProperty("nodes").EnumerateArray().Select(n => (Text(n.GetProperty("officer"), "id"), n.GetProperty("operation").GetString() ?? ""))];

    private static string Withheld(string answer)
    {
        var told = JsonDocument.Parse(answer).RootElement;
        Assert.Equal(JsonValueKind.Null, told.GetProperty("data").ValueKind);
        return told.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;
    }

    private static IEnumerable<string> RootFields() => Composition.Wire().Queries
        .SelectMany(t => t.GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.DeclaredOnly))
        .Select(m => JsonNamingPolicy.CamelCase.ConvertName(m.Name)).Concat(["node", "nodes"]).Order(StringComparer.Ordinal);

    /// <summary>A fresh case, and an officer of the lead's agency who audits it.</summary>
    private async Task<(string Case, Voice Auditor)> Audited()
    {
        var subject = $"s{Guid.NewGuid():n}";
        await _world.Registrar.Do("registerOfficer", new { subject, name = "Inès Ouellet" });
        var auditor = host.As(subject, "CFP");
        var file = await _world.NewCase();
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = auditor.Id, role = "AUDITOR", reason = "Reads along" });
        return (file, auditor);
    }

    /// <summary>A case that Jules sees with something of each kind, and an operation.</summary>
    private async Task<object> SomethingOfEach()
    {
        var file = await _world.NewCase();
        var entry = await _world.NewEntry(file, "Drums at the gate");
        var task = await Northgate.NewTask(_world.Maya, file, _world.Jules);
        var exhibit = (await _world.Maya.Do("seizeExhibit", Northgate.Item(file, $"S-{Guid.NewGuid():n}"[..12]))).Id;
        await _world.Maya.Do("linkRecords", new { from = entry, to = exhibit, kind = "RELATED" });
        var operation = (await _world.Jules.Do("planOperation", new { name = "QUIET", aim = "Enter", taskForce = _world.TaskForce, @case = file, hHour = new { at = "2026-05-13T10:15Z" } })).Id;
        var site = (await _world.Jules.Do("addSite", new
        {
            operation, number = "S1", place = "A shed", agency = "CFP", commander = _world.Maya.Id, zone = "America/Toronto", essential = true,
            authority = new { reference = "W1", from = "2026-05-10T00:00", until = "2026-05-20T00:00" },
        })).Id;
        var compartment = (await _world.Jules.Do("establishCompartment", new { name = "CELLAR" })).Id;
        var shift = await NightShift.Build(host);
        await shift.Appoint(_world.Jules, "SUPERVISOR");
        var emergency = (await _world.Jules.Do("breakGlass", new { number = shift.Number, reason = "A life is at risk", minutes = 60 })).Id;
        await _world.Jules.Do("declareInterest", new { words = "purple elephants", purpose = "Nobody has any", until = DateTimeOffset.UtcNow.AddDays(1) });
        await Asked(file);
        var planned = await Planned();
        var number = (await _world.Jules.Ask("query($id: ID!) { case(id: $id) { number } }", new { id = file })).GetProperty("case").GetProperty("number").GetString();
        var passedOn = (await _world.Maya.Do("openCase", new
        {
            title = "From a source of ours", summary = "Not to be passed on.", caveats = new { handling = new[] { "H2" } },
            team = new[] { new { officer = _world.Theo.Id, role = "INVESTIGATOR" }, new { officer = _world.Jules.Id, role = "SUPERVISOR" } },
        })).Id;
        var release = (await _world.Theo.Do("askForRelease", new { @case = passedOn, to = "NLFI", purpose = "They help", due = DateTimeOffset.UtcNow.AddDays(2) })).Id;
        return new { @case = file, entry, task, exhibit, operation, site, force = _world.TaskForce, number, compartment, emergency, release, planned };
    }

    /// <summary>Daniel looks out for what stands in the case, and who leads it is told.</summary>
    private async Task Asked(string file)
    {
        var word = string.Concat(Guid.NewGuid().ToByteArray().Take(8).Select(b => (char)('a' + (b % 26))));
        await _world.NewEntry(file, $"Drums of {word}");
        await _world.Daniel.Do("declareInterest", new { words = $"drums {word}", purpose = "To compare", until = DateTimeOffset.UtcNow.AddDays(1) });
        await host.Alba.Services.GetRequiredService<InterestMatching>().Look(null, null, CancellationToken.None);
    }

    /// <summary>Jules plans something where Daniel does.</summary>
    private async Task<string> Planned()
    {
        var planned = "";
        foreach (var officer in new[] { _world.Daniel, _world.Jules })
        {
            planned = (await officer.Do("registerDeconflictionEvent", Api.Acts.All["registerDeconflictionEvent"](Target.Nothing(officer.Id)))).Id;
            await host.Alba.Services.GetRequiredService<Deconfliction.Comparison>().Run(GlobalIds.Key(planned), CancellationToken.None);
        }
        return planned;
    }

    /// <summary>Until it is let go, nothing can be put on record.</summary>
    private async Task<IAsyncDisposable> Broken()
    {
        await Query.Run(host.Database, """
            create function cm.no_read() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = 'disk_full'; end $$;
            create trigger no_read before insert on cm.read_log for each row execute function cm.no_read();
            """);
        return new Mended(host.Database);
    }

    private sealed class Mended(string database) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Query.Run(database, "drop trigger no_read on cm.read_log; drop function cm.no_read();");
    }
}
