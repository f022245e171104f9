using System.Diagnostics;
using System.Globalization;
using CaseManager.Bench.Measuring;
using CaseManager.Bench.Processes;
using Microsoft.Playwright;

namespace CaseManager.Bench.Web;

/// <summary>
/// The web app as somebody's browser runs it: the first load, opening and scrolling a case of many entries, and how soon a board shows a fact.
/// Needs Chromium on the PATH and the built app.
/// </summary>
internal static class WebBench
{
    private const int Turns = 20;

    public static async Task Run(bool quick)
    {
        await using var server = await ServerProcess.Start(Scratch.Folder("web"));
        await server.Loaded;
        var address = $"http://127.0.0.1:{server.Port}";
        using var maya = new WebOfficer(address, "CFP", "maya.roy");
        var entries = quick ? 1_000 : 10_000;
        var number = await maya.OpenLongCase(entries);
        Console.WriteLine($"{entries} entries recorded.");

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking"] });
        await Timeline(await SignedIn(browser, address, "Maya Roy"), number, entries);
        await Board(await SignedIn(browser, address, "Amara Okafor"), new WebOfficer(address, "USDE", "daniel.reyes"));
    }

    private static async Task Timeline(IPage page, string number, int entries)
    {
        var script = await page.EvaluateAsync<double>("performance.getEntriesByType('resource').filter(r => r.name.endsWith('.js')).reduce((s, r) => s + r.encodedBodySize, 0) / 1024");
        Figures.Add("web-first-load", ("script-br-kb", script));
        await page.GotoAsync("/cases");
        var link = page.Locator($"main a[href='/cases/{number}']").First;
        await link.WaitForAsync();
        var opened = await From(page, link, "[role=tab]");
        var shown = await From(page, page.GetByRole(AriaRole.Tab, new() { Name = "Timeline" }), ".sheets article");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var scroll = await page.EvaluateAsync<double[]>("""
            () => new Promise((done) => {
              const from = performance.now();
              let last = from, longest = 0, frames = 0, empty = 0;
              const frame = (now) => {
                frames++;
                longest = Math.max(longest, now - last);
                last = now;
                if (!document.querySelector('.sheets article')) empty++;
                window.scrollBy(0, 60);
                if (now - from < 6000) requestAnimationFrame(frame);
                else done([frames / ((now - from) / 1000), longest, empty, document.querySelectorAll('.sheets article').length]);
              };
              requestAnimationFrame(frame);
            })
            """);
        Figures.Add("web-timeline", ("entries", entries), ("case-ms", opened), ("timeline-ms", shown), ("fps", scroll[0]), ("longest-frame-ms", scroll[1]), ("empty-frames", scroll[2]), ("rows-in-page", scroll[3]));
    }

    private static async Task Board(IPage page, WebOfficer daniel)
    {
        using var _ = daniel;
        var (operation, site, version) = await daniel.OwnSite();
        await page.GotoAsync($"/operations/{Uri.EscapeDataString(operation)}/board");
        await page.Locator("main tbody tr").First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        // When the words of a row that speaks of readiness change, the page notes the time.
        await page.EvaluateAsync("() => { window.__at = 0; new MutationObserver(() => { window.__at = Date.now(); }).observe(document.querySelector('main table'), { subtree: true, childList: true, characterData: true, attributes: true }); }");
        var delays = new List<double>();
        for (var turn = 0; turn < Turns; turn++)
        {
            var word = turn % 2 == 0 ? "not ready" : "ready";
            var shown = page.Locator("main tbody tr").Filter(new() { HasText = "S5" }).GetByText(word, new() { Exact = true }).First;
            var began = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            version = await daniel.Report(site, version, ready: turn % 2 == 1);
            await shown.WaitForAsync();
            delays.Add(Math.Max(0, await page.EvaluateAsync<double>("Date.now()") - began));
        }
        delays.Sort();
        Figures.Add("web-board", ("n", Turns), ("p50-ms", delays[Turns / 2]), ("max-ms", delays[^1]));
    }

    private static async Task<double> From(IPage page, ILocator pressed, string until)
    {
        await pressed.HoverAsync();
        var began = Stopwatch.GetTimestamp();
        await pressed.ClickAsync();
        await page.Locator(until).First.WaitForAsync();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task<IPage> SignedIn(IBrowser browser, string address, string name)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = address, Locale = "en-CA", TimezoneId = "America/Toronto", ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();
        await page.GetByRole(AriaRole.Navigation).First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return page;
    }

    private static string Chromium() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists) ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"There is no Chromium on the PATH."));
}
