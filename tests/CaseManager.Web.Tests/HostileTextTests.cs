using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>Texts that try to run: in records, in addresses and in every field one can type into.</summary>
[Collection(Northgate.Name)]
public sealed class HostileTextTests(Site site)
{
    private const string Run = "window.__ran=1";

    private static readonly string[] _bodies =
    [
        $"<script>{Run}</script>", $"<img src=x onerror=\"{Run}\">", $"<svg onload=\"{Run}\">", $"<svg><script>{Run}</script></svg>", $"<iframe srcdoc=\"<script>parent.__ran=1</script>\">",
        $"<a href=\"javascript:{Run}\">x</a>", $"<body onload=\"{Run}\">", $"<details open ontoggle=\"{Run}\">", $"<video><source onerror=\"{Run}\">", $"<input autofocus onfocus=\"{Run}\">",
        $"<math><mi xlink:href=\"javascript:{Run}\">x</mi></math>", $"<style>@import 'javascript:{Run}'</style>", $"<object data=\"javascript:{Run}\">", $"<embed src=\"javascript:{Run}\">",
        $"<meta http-equiv=refresh content=\"0;url=javascript:{Run}\">", $"<base href=\"javascript:{Run}//\">", $"{{{{constructor.constructor('{Run}')()}}}}", $"${{{Run}}}", $"javascript:{Run}", $"data:text/html,<script>{Run}</script>",
    ];

    private static readonly Func<string, string>[] _wraps = [b => b, b => $"\"'>{b}", b => $"</textarea></title></script>{b}", b => $"--><!--{b}", b => $"]]>{b}<![CDATA["];

    public static IReadOnlyList<string> Texts { get; } = [.. _wraps.SelectMany(wrap => _bodies.Select(wrap))];

    [Fact]
    public async Task None_of_a_hundred_runs_wherever_it_is_written_and_read()
    {
        Assert.Equal(100, Texts.Distinct().Count());
        var number = await World();
        await using var maya = await site.Open("Maya Roy");

        foreach (var path in (string[])["/cases", $"/cases/{number}", $"/cases/{number}/timeline", "/", .. (await Pages.For(maya)).Where(p => p.Contains('/', StringComparison.Ordinal))])
        {
            await maya.Opens(path);
            await Scroll(maya.Page);
            await Type(maya.Page);
            Assert.True(await maya.Page.EvaluateAsync<bool>("window.__ran === undefined"), path);
        }
        foreach (var text in Texts)
        {
            await maya.Page.GotoAsync($"/cases?q={Uri.EscapeDataString(text)}");
            await maya.Sees("Cases");
            Assert.True(await maya.Page.EvaluateAsync<bool>("window.__ran === undefined"), text);
        }
        maya.IsContent();
    }

    [Fact]
    public async Task They_do_run_where_nothing_stops_them()
    {
        await using var maya = await site.Open("Maya Roy");
        var bare = await maya.Page.Context.NewPageAsync();

        var ran = 0;
        foreach (var text in Texts)
        {
            await bare.SetContentAsync(text);
            ran += await bare.EvaluateAsync<int>("window.__ran ?? 0");
            await bare.EvaluateAsync("delete window.__ran");
        }

        Assert.True(ran > 20, $"{ran} ran");
    }

    // Types one of them into each field of the page, sending nothing.
    private static async Task Type(IPage page)
    {
        var fields = page.Locator("main input:not([type=checkbox]):not([type=radio]):not([type=hidden]):not([type=date]):not([type=datetime-local]):not([type=number]):not([readonly]):visible, main textarea:visible");
        var count = await fields.CountAsync();
        for (var at = 0; at < count; at++)
        {
            if (await fields.Nth(at).IsEditableAsync())
                await fields.Nth(at).FillAsync(Texts[at % Texts.Count]);
        }
    }

    private static async Task Scroll(IPage page)
    {
        for (var screen = 0; screen < 12; screen++)
            await page.Mouse.WheelAsync(0, 700);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    // A case whose every text is one of them, with all of them in its timeline.
    private async Task<string> World()
    {
        using var maya = await Api.As(site.Address, "CFP", "maya.roy");
        var opened = (await maya.Act("openCase", new { title = Texts[0], summary = string.Join('\n', Texts.Take(40)) }, "case { id number lead { id } }"))["case"]!;
        var file = opened["id"]!.GetValue<string>();
        foreach (var text in Texts)
            await maya.Act("recordTimelineEntry", new { @case = file, text, tags = new[] { text[..Math.Min(text.Length, 40)].Trim() }, occurred = new { zone = "America/Toronto", at = "2026-04-18T20:00", said = text } }, "entry { id }");
        await maya.Act("seizeExhibit", new
        {
            @case = file, description = Texts[20], kind = "OTHER", seal = "CFP-1", place = new { description = Texts[21] }, authority = new { kind = "FOUND" }, occurred = new { zone = "America/Toronto", at = "2026-04-18T20:00" },
        }, "exhibit { id }");
        await maya.Act("createTask", new { @case = file, title = Texts[1], details = Texts[2], assignee = opened["lead"]!["id"]!.GetValue<string>(), due = new { at = "2027-04-18T20:00", zone = "America/Toronto" } }, "task { id }");
        return opened["number"]!.GetValue<string>();
    }
}
