using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Whoever looks at a list hears that it is another than before, if it is so for them.</summary>
[Collection(ApiTests.Name)]
public sealed class ListsTests(ServerHost host)
{
    private const string Follow = "subscription($types: [String!]!, $since: String) { listsChanged(types: $types, since: $since) { types } }";

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task Who_sees_the_record_hears_that_its_list_changed()
    {
        await using var theo = await Listen(_world.Theo, "Exhibit", "TimelineEntry");

        await _world.NewEntry(_world.Halden);
        Assert.Equal(["TimelineEntry"], await Types(theo));
        await _world.Maya.Do("seizeExhibit", Northgate.Item(_world.Halden, "S-71"));
        Assert.Equal(["Exhibit", "TimelineEntry"], await Types(theo)); // its entry is told by itself
    }

    [Fact]
    public async Task Who_does_not_see_it_hears_nothing_of_it()
    {
        await using var maya = await Listen(_world.Maya, "Exhibit", "TimelineEntry");

        await _world.Desk.Do("seizeExhibit", Northgate.Item(_world.Sealed, "S-72"));
        await _world.NewEntry(_world.Halden);

        Assert.Equal(["TimelineEntry"], await Types(maya));
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_told()
    {
        await using var theo = await Listen(_world.Theo, "Exhibit", "Nonsense");

        await _world.NewEntry(_world.Halden);
        await _world.Maya.Do("seizeExhibit", Northgate.Item(_world.Halden, "S-73"));

        Assert.Equal(["Exhibit"], await Types(theo));
    }

    [Fact]
    public async Task Whose_rights_change_asks_all_lists_again()
    {
        var file = await _world.NewCase();
        var subject = $"s{Guid.NewGuid():n}";
        await _world.Registrar.Do("registerOfficer", new { subject, name = "New Officer" });
        var officer = host.As(subject, "CFP");
        await using var stream = await Listen(officer, "Case", "Exhibit");

        await _world.NewEntry(_world.Halden); // not hers to see
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = officer.Id, role = "ANALYST", reason = "Reads the papers" });

        Assert.Equal(["Case", "Exhibit"], await Types(stream));
    }

    [Fact]
    public async Task Who_goes_on_from_an_answer_hears_at_once_what_changed_since()
    {
        var answered = await Point(_world.Theo);
        await _world.Maya.Do("seizeExhibit", Northgate.Item(_world.Halden, "S-74"));
        await _world.Desk.Do("seizeExhibit", Northgate.Item(_world.Sealed, "S-75"));

        await using var theo = await _world.Theo.Listen(Follow, new { types = new[] { "Exhibit", "Operation" }, since = answered });
        Assert.Equal(["Exhibit"], await Types(theo));
        await using var outsider = await _world.Theo.Listen(Follow, new { types = new[] { "Exhibit", "Operation" }, since = await Point(_world.Theo) });
        await _world.NewEntry(_world.Halden);
        // An act a moment before the answer may be told once more; of what nobody did nothing is.
        Assert.DoesNotContain("Operation", await Types(outsider));
    }

    [Fact]
    public async Task Whose_rights_changed_since_the_answer_asks_all_lists_again()
    {
        var file = await _world.NewCase();
        var subject = $"s{Guid.NewGuid():n}";
        await _world.Registrar.Do("registerOfficer", new { subject, name = "New Officer" });
        var officer = host.As(subject, "CFP");
        var answered = await Point(officer);

        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = officer.Id, role = "ANALYST", reason = "Reads the papers" });

        await using var stream = await officer.Listen(Follow, new { types = new[] { "Case", "Task" }, since = answered });
        Assert.Equal(["Case", "Task"], await Types(stream));
    }

    [Fact]
    public async Task Another_s_point_is_no_beginning()
    {
        var mayas = await Point(_world.Maya);

        await using var theo = await _world.Theo.Listen(Follow, new { types = new[] { "Case" }, since = mayas });

        Assert.Contains("HC0078", (await theo.Next(TimeSpan.FromSeconds(30)))!.Value.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> Point(Voice officer) => (await officer.Ask("{ point }")).GetProperty("point").GetString()!;

    private static async Task<EventStream> Listen(Voice officer, params string[] types)
    {
        var stream = await officer.Listen(Follow, new { types });
        Assert.Empty(await Types(stream));
        return stream;
    }

    private static async Task<IEnumerable<string>> Types(EventStream stream) =>
        [.. (await stream.Next(TimeSpan.FromSeconds(30)))!.Value.GetProperty("data").GetProperty("listsChanged").GetProperty("types")
            .EnumerateArray().Select(type => type.GetString()!).Order(StringComparer.Ordinal)];
}
