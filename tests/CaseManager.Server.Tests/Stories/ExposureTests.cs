using System.Globalization;
using System.Text.Json;
using CaseManager.Server.Tests.Api;
using CaseManager.Server.Tests.Store;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Who could see a record between two moments, and who did, for those who oversee it.</summary>
[Collection(ApiTests.Name)]
public sealed class ExposureTests(ServerHost host, ITestOutputHelper output)
{
    private const string Exposed =
        """
        query Exposed($record: ID!, $from: DateTime!, $until: DateTime, $first: Int, $after: String) {
          exposure(record: $record, from: $from, until: $until, first: $first, after: $after) {
            totalCount
            nodes { officer { id } agency { code } times first last inVain could { from until roles named } did { kind times first last } }
            edges { cursor }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    private const string EntryById = "query($id: ID!) { timelineEntry(id: $id) { id } }";

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task It_says_who_could_by_which_role_and_who_did()
    {
        var from = DateTimeOffset.UtcNow.AddMinutes(-1);
        var file = await _world.NewCase();
        var entry = await _world.NewEntry(file);
        await _world.Theo.Ask(EntryById, new { id = entry });
        await _world.Theo.Ask(EntryById, new { id = entry });
        await _world.Maya.Do("withdrawCaseAccess", new { @case = file, officer = _world.Theo.Id, role = "INVESTIGATOR", reason = "Moved on" });
        await _world.Theo.Ask(EntryById, new { id = entry });

        var told = await Ask(_world.Jules, entry, from);
        var (theo, jules) = (told[_world.Theo.Id], told[_world.Jules.Id]);
        Assert.Equal(_world.Theo.Id, told.Keys.First()); // the last to whom it was given
        Assert.Equal((2, 1, "OPS"), (theo.GetProperty("times").GetInt32(), theo.GetProperty("inVain").GetInt32(), theo.GetProperty("agency").GetProperty("code").GetString()));
        Assert.Equal(["INVESTIGATOR"], Roles(Assert.Single(theo.GetProperty("could").EnumerateArray())));
        Assert.Equal([("QUERY", 2)], theo.GetProperty("did").EnumerateArray().Select(d => (d.GetProperty("kind").GetString()!, d.GetProperty("times").GetInt32())));
        Assert.Equal((0, JsonValueKind.Null), (jules.GetProperty("times").GetInt32(), jules.GetProperty("first").ValueKind));
        Assert.Equal(["SUPERVISOR"], Roles(Assert.Single(jules.GetProperty("could").EnumerateArray())));
        Assert.Equal([("ACT", 1)], told[_world.Maya.Id].GetProperty("did").EnumerateArray().Select(d => (d.GetProperty("kind").GetString()!, d.GetProperty("times").GetInt32())));
        Assert.DoesNotContain(_world.Novak.Id, told.Keys);
        // The right ended before the period's end, and not before the last look.
        Assert.True(Time(theo.GetProperty("could")[0], "until") >= Time(theo, "last"));
        Assert.True(Time(theo.GetProperty("could")[0], "until") < Time(jules.GetProperty("could")[0], "until"));
    }

    [Fact]
    public async Task Of_what_is_for_named_readers_only_these_could()
    {
        var from = DateTimeOffset.UtcNow.AddMinutes(-1);
        var red = (await _world.Maya.Do("recordTimelineEntry", new { @case = await _world.NewCase(), text = "For Jules' eyes", occurred = Northgate.AtEight, tlp = "RED", readers = new[] { _world.Jules.Id, _world.Maya.Id } })).Id;
        var told = await Ask(_world.Jules, red, from);
        Assert.Equal(new[] { _world.Jules.Id, _world.Maya.Id }.Order(), told.Keys.Order());
        Assert.All(told.Values, o => Assert.True(o.GetProperty("could")[0].GetProperty("named").GetBoolean()));
    }

    [Fact]
    public async Task Before_an_entry_was_lowered_only_those_it_was_for_could_and_after_it_was_raised_again_they_alone()
    {
        var from = DateTimeOffset.UtcNow.AddMinutes(-1);
        var (file, named) = (await _world.NewCase(), new[] { _world.Maya.Id, _world.Jules.Id });
        var entry = (await _world.Maya.Do("recordTimelineEntry", new { @case = file, text = "From a source", occurred = Northgate.AtEight, tlp = "RED", readers = named })).Id;
        Assert.DoesNotContain(_world.Theo.Id, (await Ask(_world.Jules, entry, from)).Keys);

        var lowered = DateTimeOffset.UtcNow;
        await _world.Maya.Do("changeTimelineEntryMarking", new { entry, version = 1, tlp = "AMBER", reason = "Named in court" });
        var raised = DateTimeOffset.UtcNow;
        await _world.Maya.Do("changeTimelineEntryMarking", new { entry, version = 2, tlp = "RED", readers = named, reason = "At risk again" });
        var after = DateTimeOffset.UtcNow;

        var told = await Ask(_world.Jules, entry, from);
        var theo = Assert.Single(told[_world.Theo.Id].GetProperty("could").EnumerateArray());
        Assert.InRange(Time(theo, "from"), lowered, raised);
        Assert.InRange(Time(theo, "until"), raised, after);
        Assert.All(named, id => Assert.True(told[id].GetProperty("could").GetArrayLength() > 0));
        Assert.True(Time(told[_world.Maya.Id].GetProperty("could")[0], "from") < lowered);
    }

    [Fact]
    public async Task What_goes_with_its_case_could_be_read_under_what_the_case_was_marked_with_then()
    {
        var from = DateTimeOffset.UtcNow.AddMinutes(-1);
        var file = await _world.NewCase();
        var entry = await _world.NewEntry(file);
        var raised = DateTimeOffset.UtcNow;
        await _world.Maya.Do("changeCaseMarking", new { @case = file, version = 1, tlp = "RED", readers = new[] { _world.Maya.Id, _world.Jules.Id }, reason = "The source is at risk" });
        var after = DateTimeOffset.UtcNow;
        foreach (var record in new[] { file, entry })
            Assert.InRange(Time(Assert.Single((await Ask(_world.Jules, record, from))[_world.Theo.Id].GetProperty("could").EnumerateArray()), "until"), raised, after);
    }

    [Fact]
    public async Task By_its_number_it_is_found_without_being_read()
    {
        var (file, from) = (await _world.NewCase(), DateTimeOffset.UtcNow.AddMinutes(-1));
        var exhibit = (await _world.Theo.Do("seizeExhibit", Northgate.Item(file, "S-1"))).Id;
        var number = (await _world.Theo.Ask("query($id: ID!) { exhibit(id: $id) { number } }", new { id = exhibit })).GetProperty("exhibit").GetProperty("number").GetString()!;
        const string ByNumber = "query($number: String!, $from: DateTime!) { exposure(number: $number, from: $from, first: 50) { totalCount nodes { officer { id } } } }";
        var before = await OnRecord.Now(host);
        var told = (await _world.Jules.Ask(ByNumber, new { number = number.ToLowerInvariant(), from })).GetProperty("exposure");
        Assert.Contains(told.GetProperty("nodes").EnumerateArray(), n => n.GetProperty("officer").GetProperty("id").GetString() == _world.Theo.Id);
        Assert.Equal(["Query Shown read_log/exhibit"], (await OnRecord.Lines(host, _world.Jules, before)).Select(line => string.Join(' ', line.Split(' ').Take(3))));
        foreach (var nobody in new[] { "OPS-2026-207", "OPS-2026-999", "" })
            Assert.Equal(await _world.Jules.Answer(ByNumber, new { number = "NG-0000-000", from }), await _world.Jules.Answer(ByNumber, new { number = nobody, from }));
    }

    [Fact]
    public async Task What_happened_outside_the_time_asked_about_is_not_told()
    {
        var file = await _world.NewCase();
        await _world.Theo.Ask("query($id: ID!) { case(id: $id) { id } }", new { id = file });
        var from = DateTimeOffset.UtcNow.AddYears(-1);
        Assert.Empty(await Ask(_world.Jules, file, from, DateTimeOffset.UtcNow.AddHours(-1)));
        Assert.NotEmpty(await Ask(_world.Jules, file, from));
    }

    [Fact]
    public async Task Who_does_not_oversee_it_hears_what_they_would_hear_of_none()
    {
        var from = DateTimeOffset.UtcNow.AddDays(-1);
        foreach (var officer in new[] { _world.Maya, _world.Theo, _world.Novak, _world.Registrar, _world.Stranger })
            Assert.Equal(await Answer(officer, GlobalIds.Nothing("Case"), from), await Answer(officer, _world.Halden, from));
        // Nor who oversees others, of what is sealed from them.
        foreach (var (hidden, type) in new[] { (_world.Sealed, "Case"), (_world.SealedEntry, "TimelineEntry"), (_world.SealedExhibit, "Exhibit"), (_world.SealedTask, "Task") })
            Assert.Equal(await Answer(_world.Jules, GlobalIds.Nothing(type), from), await Answer(_world.Jules, hidden, from));
        foreach (var role in Staffed.Roles)
            Assert.Equal(role is "SUPERVISOR" or "AUDITOR", (await Ask(_world.Staff.In(role), _world.Staff.Case, from)).Count > 0);
    }

    [Fact]
    public async Task Asking_is_on_record_as_reading_the_log()
    {
        var (file, before) = (await _world.NewCase(), await OnRecord.Now(host));
        await Ask(_world.Jules, file, DateTimeOffset.UtcNow.AddDays(-1));
        Assert.Contains(await OnRecord.Lines(host, _world.Jules, before), line => line.StartsWith("Query Shown read_log/case_file", StringComparison.Ordinal));
        Assert.DoesNotContain(await OnRecord.Lines(host, _world.Jules, before), line => line.StartsWith("Query Shown case_file", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_by_page_each_officer_comes_once()
    {
        var from = DateTimeOffset.UtcNow.AddDays(-1);
        var until = DateTimeOffset.UtcNow;
        var all = (await Ask(_world.Staff.In("AUDITOR"), _world.Staff.Case, from, until)).Keys.ToList();
        var (walked, after) = (new List<string>(), (string?)null);
        for (var more = true; more;)
        {
            var page = (await _world.Staff.In("AUDITOR").Ask(Exposed, new { record = _world.Staff.Case, from, until, first = 4, after })).GetProperty("exposure");
            walked.AddRange(page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("officer").GetProperty("id").GetString()!));
            (after, more) = (page.GetProperty("pageInfo").GetProperty("endCursor").GetString(), page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
            Assert.Equal(all.Count, page.GetProperty("totalCount").GetInt32());
        }
        Assert.Equal(all, walked);
        Assert.True(all.Count >= Staffed.Roles.Length);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, -1)]
    [InlineData(-367, 0)]
    public async Task A_time_that_is_empty_or_longer_than_a_year_is_not_asked_about(int fromDays, int untilDays)
    {
        var now = DateTimeOffset.UtcNow.AddMinutes(-1);
        var answer = await _world.Jules.Answer(Exposed, new { record = _world.Halden, from = now.AddDays(fromDays), until = now.AddDays(untilDays) });
        Assert.Contains("INVALID_VALUE", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_see_a_record_could_see_it_then_on_any_history()
    {
        var from = DateTimeOffset.UtcNow.AddMinutes(-1);
        var (chance, reads, records) = (new Random(20261), 0, 0);
        for (var world = 0; world < 3 * Scale.Of; world++)
        {
            var file = await _world.NewCase();
            var items = new List<string> { file };
            Voice[] others = [_world.Theo, _world.Amara, _world.Daniel, _world.Sanne, _world.Novak, _world.Piet];
            var held = new HashSet<Voice> { _world.Theo };
            for (var step = 0; step < 30; step++)
                await Step(chance, file, items, others, held);
            foreach (var item in items)
                reads += await CouldWhenTheyDid(item, from);
            records += items.Count;
        }
        output.WriteLine($"figure X17 records={records} reads={reads} outside=0");
        Assert.True(reads > 20, $"only {reads} reads");
    }

    private async Task Step(Random chance, string file, List<string> items, Voice[] others, HashSet<Voice> held)
    {
        var officer = others[chance.Next(others.Length)];
        switch (chance.Next(7))
        {
            case 0:
                var role = held.Contains(officer) ? "withdrawCaseAccess" : "grantCaseAccess";
                if (!held.Remove(officer))
                    held.Add(officer);
                await _world.Maya.Do(role, new { @case = file, officer = officer.Id, role = "INVESTIGATOR", reason = "As it comes" });
                break;
            case 1:
                var red = chance.Next(2) == 0;
                items.Add((await _world.Maya.Do("recordTimelineEntry", new
                {
                    @case = file, text = "Seen", occurred = Northgate.AtEight, tlp = red ? "RED" : "AMBER",
                    readers = red ? new[] { _world.Maya.Id, _world.Jules.Id, officer.Id } : [],
                })).Id);
                break;
            case 2 when items.Count > 1:
                var entry = items[chance.Next(1, items.Count)];
                var version = (await _world.Maya.Ask("query($id: ID!) { timelineEntry(id: $id) { version } }", new { id = entry })).GetProperty("timelineEntry").GetProperty("version").GetInt64();
                var toRed = chance.Next(2) == 0;
                await _world.Maya.Act("changeTimelineEntryMarking", new
                {
                    entry, version, tlp = toRed ? "RED" : "AMBER", readers = toRed ? new[] { _world.Maya.Id, _world.Jules.Id, officer.Id } : [], reason = "As it comes",
                });
                break;
            default:
                await officer.Ask("query($id: ID!) { node(id: $id) { id ... on TimelineEntry { history { what } } ... on Case { timeline(first: 20) { nodes { id } } } } }", new { id = items[chance.Next(items.Count)] });
                break;
        }
    }

    /// <returns>How many reads lay where they could.</returns>
    private async Task<int> CouldWhenTheyDid(string record, DateTimeOffset from)
    {
        var told = await Ask(_world.Jules, record, from);
        var lines = await Query.Texts(host.Database, string.Create(CultureInfo.InvariantCulture,
            $"select officer::text || ' ' || to_char(at at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from cm.read_log where decision = 'Shown' and view not like 'read_log/%' and records @> array['{GlobalIds.Key(record)}'::uuid]"));
        foreach (var line in lines.Select(l => l.Split(' ')))
        {
            var at = DateTimeOffset.Parse(line[1], CultureInfo.InvariantCulture);
            var spans = told[GlobalIds.Of("Officer", Guid.Parse(line[0]))].GetProperty("could").EnumerateArray();
            Assert.Contains(spans, s => Time(s, "from") <= at && at <= Time(s, "until"));
        }
        Assert.Equal(lines.Count, told.Values.Sum(o => o.GetProperty("times").GetInt32()));
        return lines.Count;
    }

    private static async Task<Dictionary<string, JsonElement>> Ask(Voice by, string record, DateTimeOffset from, DateTimeOffset? until = null) =>
        (await by.Ask(Exposed, new { record, from, until, first = 50 })).GetProperty("exposure").GetProperty("nodes").EnumerateArray()
        .ToDictionary(n => n.GetProperty("officer").GetProperty("id").GetString()!);

    private static Task<string> Answer(Voice by, string record, DateTimeOffset from) => by.Answer(Exposed, new { record, from });

    private static IEnumerable<string> Roles(JsonElement span) => span.GetProperty("roles").EnumerateArray().Select(r => r.GetString()!);

    private static DateTimeOffset Time(JsonElement of, string name) => of.GetProperty(name).GetDateTimeOffset();
}
