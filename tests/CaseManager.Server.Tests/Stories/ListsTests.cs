using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Whoever looks at a list hears that it is another than before, if it is so for them.</summary>
[Collection(ApiTests.Name)]
public sealed class ListsTests(ServerHost host)
{
    private const string Follow = "subscription($types: [String!]!) { listsChanged(types: $types) { types } }";

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
