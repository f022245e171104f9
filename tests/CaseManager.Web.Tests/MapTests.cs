using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>Amara Okafor looks where GRANITE's sites lie: on a machine that has WebGL, and on one that has not.</summary>
[Collection(Northgate.Name)]
public sealed class MapTests(Site site)
{
    private const string NoWebGl = """
        const before = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind.startsWith('webgl') ? null : before.call(this, kind, ...more); };
        """;

    // How many pairs of them cover one another.
    private const string Covered = """
        (labels) => labels.map((label) => label.getBoundingClientRect()).flatMap((a, at, all) => all.slice(at + 1)
          .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length
        """;

    private static readonly string[] _sites = ["S5 Stash house", "S1 Warehouse", "S2 Suspected lab", "S3 Storage", "S4 Broker's office"];

    [Fact]
    public async Task Five_sites_lie_on_a_map_that_moves_under_hand_and_keys()
    {
        await using var amara = await site.Open("Amara Okafor");
        Assert.DoesNotContain(await Scripts(amara), IsOfMap);
        await Looks(amara);
        await IsDrawn(amara);
        Assert.Contains(await Scripts(amara), IsOfMap);

        await ShowsAll(amara, "ready");
        await MovesByKeys(amara);
        await amara.Page.Mouse.MoveAsync(740, 420);
        await amara.Page.Mouse.WheelAsync(0, -1_500);
        await Expect(Labels(amara)).ToHaveCountAsync(3);
        await Button(amara, "Show all places").ClickAsync();
        await Expect(Labels(amara)).ToHaveCountAsync(5);
        await amara.Page.Mouse.MoveAsync(740, 620);
        await amara.Page.Mouse.DownAsync();
        await amara.Page.Mouse.MoveAsync(300, 620, new() { Steps = 8 });
        await amara.Page.Mouse.UpAsync();
        await Expect(Label(amara, "S3 Storage ready")).ToHaveCountAsync(0);
        await OpensByKeyboard(amara);
        amara.IsContent();
    }

    [Fact]
    public async Task Without_webgl_the_same_map_stands_in()
    {
        await using var amara = await site.Open("Amara Okafor");
        await amara.Page.AddInitScriptAsync(NoWebGl);
        await Looks(amara);
        await IsStandIn(amara);
        Assert.DoesNotContain(await Scripts(amara), IsOfMap);

        await ShowsAll(amara, "ready");
        await MovesByKeys(amara);
        await OpensByKeyboard(amara);
        amara.IsContent();
    }

    [Fact]
    public async Task A_map_that_loses_webgl_goes_on_without()
    {
        await using var amara = await site.Open("Amara Okafor");
        await Looks(amara);
        await IsDrawn(amara);

        await amara.Page.Locator(".map canvas").EvaluateAsync("canvas => canvas.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()");

        await IsStandIn(amara);
        await ShowsAll(amara, "ready");
        amara.IsContent();
    }

    [Fact]
    public async Task In_french_on_a_telephone_it_says_the_same_and_in_other_colours_when_they_change()
    {
        await using var amara = await site.Open("Amara Okafor", "fr", width: 360);
        await Looks(amara);
        await IsDrawn(amara);

        await Expect(amara.Page.GetByRole(AriaRole.Group, new() { Name = "Carte des sites" })).ToBeVisibleAsync();
        await Expect(Labels(amara)).ToHaveTextAsync(["S5 prêt", "S1 prêt", "S2 prêt", "S3 prêt", "S4 prêt"]);
        Assert.Equal(0, await Labels(amara).EvaluateAllAsync<int>(Covered));
        await Expect(amara.Page.Locator(".map-source")).ToContainTextAsync("Natural Earth 4.1 (2018)");
        await Expect(Button(amara, "Agrandir")).ToBeVisibleAsync();
        await Expect(amara.Page.Locator(".map")).ToHaveCSSAsync("background-color", "rgb(219, 231, 240)");
        await amara.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(amara.Page.Locator(".map")).ToHaveCSSAsync("background-color", "rgb(19, 27, 36)");
        amara.IsContent();
    }

    private static async Task Looks(Person amara)
    {
        await amara.Page.GotoAsync("/operations");
        var granite = await amara.Page.GetByRole(AriaRole.Link, new() { Name = "GRANITE" }).GetAttributeAsync("href");
        await amara.Goes(string.Join('/', granite!.Split('/').Take(3)) + "/map", "GRANITE");
    }

    // By WebGL, the land too, which its worker cuts: said by the map itself.
    private static Task IsDrawn(Person amara) => Expect(amara.Page.Locator(".map [data-drawn=true] canvas")).ToBeVisibleAsync(new() { Timeout = 30_000 });

    private static async Task IsStandIn(Person amara)
    {
        await Expect(amara.Page.Locator(".map svg.world .land")).ToBeVisibleAsync();
        await Expect(amara.Page.Locator(".map canvas")).ToHaveCountAsync(0);
    }

    private static async Task ShowsAll(Person amara, string word)
    {
        await Expect(Labels(amara)).ToHaveCountAsync(_sites.Length);
        foreach (var name in _sites)
            await Expect(Label(amara, $"{name} {word}")).ToBeVisibleAsync();
        Assert.Equal(0, await Labels(amara).EvaluateAllAsync<int>(Covered));
    }

    private static async Task MovesByKeys(Person amara)
    {
        var warehouse = Label(amara, "S1 Warehouse ready");
        var stood = (await warehouse.GetAttributeAsync("style"))!;
        await Map(amara).FocusAsync();
        await amara.Page.Keyboard.PressAsync("+");
        await amara.Page.Keyboard.PressAsync("+");
        await Expect(Label(amara, "S4 Broker's office ready")).ToHaveCountAsync(0); // Rotterdam is beyond the edge
        await amara.Page.Keyboard.PressAsync("0");
        await Expect(Labels(amara)).ToHaveCountAsync(5);
        await Expect(warehouse).ToHaveAttributeAsync("style", stood);
        await amara.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(warehouse).Not.ToHaveAttributeAsync("style", stood);
        await amara.Page.Keyboard.PressAsync("0");
        await Expect(warehouse).ToHaveAttributeAsync("style", stood);
    }

    private static async Task OpensByKeyboard(Person amara)
    {
        await Map(amara).FocusAsync();
        await amara.Page.Keyboard.PressAsync("0");
        await Expect(Labels(amara)).ToHaveCountAsync(5);
        await amara.Page.Keyboard.PressAsync("Tab");
        await Expect(Label(amara, "S5 Stash house ready")).ToBeFocusedAsync();
        await amara.Page.Keyboard.PressAsync("Enter");
        await Expect(amara.Page.GetByRole(AriaRole.Complementary, new() { Name = "S5 Stash house" })).ToBeVisibleAsync();
    }

    private static bool IsOfMap(string script) => script.Contains("/GlMap-", StringComparison.Ordinal);

    private static Task<string[]> Scripts(Person person) => person.Page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(r => r.name).filter(n => n.endsWith('.js'))");

    private static ILocator Map(Person person) => person.Page.GetByRole(AriaRole.Group, new() { Name = "Map of the sites" });

    private static ILocator Labels(Person person) => person.Page.Locator(".map").GetByRole(AriaRole.Button);

    private static ILocator Label(Person person, string name) => Map(person).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Button(Person person, string name) => person.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
