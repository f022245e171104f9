using System.Globalization;
using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>What is asked as of a time is answered with the knowledge and the rights of then, and within the rights of now.</summary>
[Collection(ApiTests.Name)]
public sealed class AsOfTests(ServerHost host)
{
    private const string Whole =
        """
        query($case: ID!, $exhibit: ID!, $asOf: DateTime!) {
          case(id: $case, asOf: $asOf) { id timeline(asOf: $asOf) { totalCount nodes { text } } timelineHistogram(asOf: $asOf) { count } exhibits(asOf: $asOf) { totalCount } }
          cases(where: { id: { eq: $case } }, asOf: $asOf) { totalCount }
          exhibit(id: $exhibit, asOf: $asOf) { id custodyChain { transfer } }
        }
        """;

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task Who_joins_later_finds_nothing_of_the_day_before_and_the_lead_finds_all()
    {
        var (file, exhibit) = await CaseWithExhibit();
        var then = await Now(file);
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Nadia.Id, role = "ANALYST", reason = "Joins" });

        Assert.Equal((true, 1, 1, 1), await Seen(_world.Maya, file, exhibit, then));
        Assert.Equal((false, 0, 0, 0), await Seen(_world.Nadia, file, exhibit, then));
        Assert.Equal(await _world.Nadia.Answer(Whole, new { @case = GlobalIds.Nothing("Case"), exhibit = GlobalIds.Nothing("Exhibit"), asOf = then }),
            await _world.Nadia.Answer(Whole, new { @case = file, exhibit, asOf = then }));
        Assert.Equal((true, 1, 1, 1), await Seen(_world.Nadia, file, exhibit, await Now(file)));
    }

    [Fact]
    public async Task A_grant_dated_back_does_not_make_read_what_was_not()
    {
        var (file, exhibit) = await CaseWithExhibit();
        var then = await Now(file);
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Nadia.Id, role = "ANALYST", from = "2026-01-01T00:00:00Z", reason = "Was meant to be there from the start" });

        Assert.Equal((false, 0, 0, 0), await Seen(_world.Nadia, file, exhibit, then));
    }

    [Fact]
    public async Task Who_has_lost_the_right_finds_nothing_of_the_time_when_they_had_it()
    {
        var (file, exhibit) = await CaseWithExhibit();
        var then = await Now(file);
        Assert.Equal((true, 1, 1, 1), await Seen(_world.Theo, file, exhibit, then));
        await _world.Maya.Do("withdrawCaseAccess", new { @case = file, officer = _world.Theo.Id, role = "INVESTIGATOR", reason = "Moved on" });

        Assert.Equal((false, 0, 0, 0), await Seen(_world.Theo, file, exhibit, then));
        // And back again: in between there was nothing.
        var between = await Now(file);
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Theo.Id, role = "INVESTIGATOR", reason = "Back" });
        Assert.Equal((true, 1, 1, 1), await Seen(_world.Theo, file, exhibit, then));
        Assert.Equal((false, 0, 0, 0), await Seen(_world.Theo, file, exhibit, between));
    }

    [Fact]
    public async Task Who_was_read_into_a_compartment_later_finds_nothing_sealed_of_before()
    {
        var compartment = (await _world.Maya.Do("establishCompartment", new { name = "KILN" })).Id;
        var file = await _world.NewCase();
        await _world.Maya.Do("recordTimelineEntry", new { @case = file, text = "Sealed.", occurred = Northgate.AtEight, caveats = new { compartments = new[] { compartment } } });
        await _world.NewEntry(file, "Open.");
        var then = await Now(file);
        await _world.Maya.Do("readIntoCompartment", new { compartment, officer = _world.Theo.Id, reason = "Meets the source" });

        Assert.Equal(["Open.", "Sealed."], (await Texts(_world.Maya, file, then)).Order());
        Assert.Equal(["Open."], await Texts(_world.Theo, file, then));
        Assert.Equal(["Open.", "Sealed."], (await Texts(_world.Theo, file, await Now(file))).Order());
    }

    [Fact]
    public async Task What_is_recorded_later_of_an_earlier_day_is_absent_by_the_record_and_there_by_the_event()
    {
        var file = await _world.NewCase();
        var then = await Now(file);
        await _world.NewEntry(file, "Told on the fifth, of the first."); // happened in April

        Assert.Empty(await Texts(_world.Maya, file, then));
        var byEvent = await _world.Maya.Ask(
            "query($case: ID!, $at: DateTime!) { case(id: $case) { timeline(where: { occurredAt: { lte: $at } }) { nodes { text } } } }", new { @case = file, at = then });
        Assert.Equal(1, byEvent.GetProperty("case").GetProperty("timeline").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task The_operation_and_its_sites_are_shown_to_those_who_took_part_then()
    {
        const string board = "query($id: ID!, $asOf: DateTime!) { operation(id: $id, asOf: $asOf) { id sites(asOf: $asOf) { totalCount } partnerSites(asOf: $asOf) { totalCount } } }";
        var granite = await Granite.Plan(_world);
        var then = DateTimeOffset.UtcNow;
        await Eventually.True(() => Task.FromResult(DateTimeOffset.UtcNow > then.AddMilliseconds(5)), "the clock stands");
        await _world.Jules.Do("grantOperationAccess", new { operation = granite.Id, officer = _world.Nadia.Id, role = "COORDINATOR", reason = "Joins" });

        Assert.Equal(JsonValueKind.Null, (await _world.Nadia.Ask(board, new { id = granite.Id, asOf = then })).GetProperty("operation").ValueKind);
        var now = (await _world.Nadia.Ask(board, new { id = granite.Id, asOf = DateTimeOffset.UtcNow })).GetProperty("operation");
        Assert.True(now.GetProperty("sites").GetProperty("totalCount").GetInt32() > 0);
        var before = (await _world.Jules.Ask(board, new { id = granite.Id, asOf = then })).GetProperty("operation");
        Assert.Equal(now.GetProperty("sites").GetRawText(), before.GetProperty("sites").GetRawText());
    }

    private async Task<(string Case, string Exhibit)> CaseWithExhibit()
    {
        var file = await _world.NewCase();
        await _world.NewEntry(file);
        return (file, (await _world.Maya.Do("seizeExhibit", Northgate.Item(file, "A-1"))).Id);
    }

    /// <summary>A moment after all that was recorded so far, by the clock that recorded it.</summary>
    private async Task<string> Now(string file)
    {
        // A further fact of the case: what is asked as of its time has seen what came before, and nothing after.
        await _world.Maya.Do("changeCasePriority", new { @case = file, version = await Version(file), priority = await Urgent(file) ? "HIGH" : "URGENT", reason = "The clock" });
        var changed = (await _world.Maya.Ask("query($id: ID!) { case(id: $id) { changedAt } }", new { id = file })).GetProperty("case").GetProperty("changedAt").GetString()!;
        return DateTimeOffset.Parse(changed, CultureInfo.InvariantCulture).ToString("O", CultureInfo.InvariantCulture);
    }

    private async Task<long> Version(string file) => (await _world.Maya.Ask("query($id: ID!) { case(id: $id) { version } }", new { id = file })).GetProperty("case").GetProperty("version").GetInt64();

    private async Task<bool> Urgent(string file) => (await _world.Maya.Ask("query($id: ID!) { case(id: $id) { priority } }", new { id = file })).GetProperty("case").GetProperty("priority").GetString() == "URGENT";

    private static async Task<(bool Case, int Entries, int Exhibits, int Found)> Seen(Voice who, string file, string exhibit, string asOf)
    {
        var told = await who.Ask(Whole, new { @case = file, exhibit, asOf });
        var there = told.GetProperty("case").ValueKind != JsonValueKind.Null;
        Assert.Equal(there, told.GetProperty("exhibit").ValueKind != JsonValueKind.Null);
        return (there,
            there ? told.GetProperty("case").GetProperty("timeline").GetProperty("nodes").EnumerateArray().Count(n => n.GetProperty("text").GetString() == "Van seen at the gate.") : 0,
            there ? told.GetProperty("case").GetProperty("exhibits").GetProperty("totalCount").GetInt32() : 0,
            told.GetProperty("cases").GetProperty("totalCount").GetInt32());
    }

    private static async Task<IEnumerable<string>> Texts(Voice who, string file, string asOf) =>
        (await who.Ask(Whole, new { @case = file, exhibit = GlobalIds.Nothing("Exhibit"), asOf })).GetProperty("case").GetProperty("timeline").GetProperty("nodes")
            .EnumerateArray().Select(n => n.GetProperty("text").GetString()!);
}
