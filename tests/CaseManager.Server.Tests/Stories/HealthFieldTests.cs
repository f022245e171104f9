using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Whoever answers for the unit sees how the product itself is doing, and nobody else hears how much there is.</summary>
[Collection(ApiTests.Name)]
public sealed class HealthFieldTests(ServerHost host)
{
    private const string Asked =
        """
        { health { checks { name ok problem } views { name rows builtAt behind } messages { waiting late failing outgoing deadLetters nextAt } facts newestFactAt } }
        """;

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task A_supervisor_of_the_task_force_sees_checks_views_and_messages()
    {
        var before = DateTimeOffset.UtcNow.AddMinutes(-1);
        await Northgate.NewTask(_world.Maya, await _world.NewCase(), _world.Theo);
        var told = (await _world.Jules.Ask(Asked)).GetProperty("health");

        var checks = told.GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!, c => c.GetProperty("ok").GetBoolean());
        Assert.True(checks["schema"] && checks["projections"], told.ToString());
        var views = told.GetProperty("views").EnumerateArray().ToDictionary(v => v.GetProperty("name").GetString()!);
        Assert.Equal(Composition.Catalog().Projections.Select(p => p.View.Table).Order(StringComparer.Ordinal), views.Keys.Order(StringComparer.Ordinal));
        Assert.All(views.Values, v => Assert.Equal((0, true), (v.GetProperty("behind").GetInt32(), v.GetProperty("builtAt").GetDateTimeOffset() <= DateTimeOffset.UtcNow.AddMinutes(1))));
        Assert.True(told.GetProperty("newestFactAt").GetDateTimeOffset() > before);
        Assert.Equal(0, told.GetProperty("messages").GetProperty("deadLetters").GetInt32());
        // The task falls due in a year, and until then that waits.
        Assert.Equal(JsonValueKind.String, told.GetProperty("messages").GetProperty("nextAt").ValueKind);
    }

    [Fact]
    public async Task A_registrar_sees_it_too() =>
        Assert.Equal(JsonValueKind.Object, (await _world.Registrar.Ask(Asked)).GetProperty("health").ValueKind);

    [Fact]
    public async Task To_all_others_there_is_no_such_thing()
    {
        var others = new[] { _world.Maya, _world.Theo, _world.Amara, _world.Novak, _world.Stranger, _world.Desk }.Concat(Staffed.Roles.Select(_world.Staff.In));
        foreach (var officer in others)
            Assert.Equal("""{"data":{"health":null}}""", await officer.Answer(Asked));
    }
}
