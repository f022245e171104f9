using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>What holds on every page, for whoever reads it and however they do.</summary>
[Collection(Northgate.Name)]
public sealed class EveryPageTests(Site site)
{
    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    [InlineData("fr", ColorScheme.Light)]
    [InlineData("fr", ColorScheme.Dark)]
    public async Task Everybody_can_read_it(string language, ColorScheme scheme)
    {
        await using var amara = await site.Open("Amara Okafor", language, scheme);
        var problems = new List<string>();
        foreach (var path in await Pages.For(amara))
        {
            await amara.Opens(path);
            await amara.Page.ScreenshotAsync(new() { Path = Shots.Name($"{language}-{scheme}", path), FullPage = true });
            problems.AddRange(await Wcag.Violations(amara.Page, path));
            Assert.Equal(2, await amara.Page.Locator(".band").CountAsync());
        }
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        amara.IsContent();
    }

    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    [InlineData("fr", ColorScheme.Light)]
    [InlineData("fr", ColorScheme.Dark)]
    public async Task So_can_what_opens_over_it(string language, ColorScheme scheme)
    {
        await using var nadia = await site.Open("Nadia Haddad", language, scheme, still: true);
        var problems = new List<string>();
        foreach (var (path, keys, opened) in Overlays.All)
        {
            await nadia.Opens(path);
            foreach (var key in keys)
                await nadia.Page.Keyboard.PressAsync(key);
            await Assertions.Expect(nadia.Page.Locator(opened).First).ToBeVisibleAsync();
            await nadia.Page.ScreenshotAsync(new() { Path = Shots.Name($"{language}-{scheme}-over{keys.FirstOrDefault()}", path) });
            problems.AddRange(await Wcag.Violations(nadia.Page, $"{path} {string.Join(' ', keys)}"));
        }
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        nadia.IsContent();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task A_phone_shows_it_without_scrolling_sideways(string language)
    {
        await using var amara = await site.Open("Amara Okafor", language, width: 360);
        var wide = new List<string>();
        foreach (var path in await Pages.For(amara))
        {
            await amara.Opens(path);
            await amara.Page.ScreenshotAsync(new() { Path = Shots.Name($"{language}-phone", path), FullPage = true });
            if (await amara.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") is > 360 and var width)
                wide.Add($"{path}: {width} px");
        }
        Assert.Empty(wide);
        amara.IsContent();
    }

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(92, 99, 107)")]
    [InlineData(ColorScheme.Dark, "rgb(166, 173, 181)")]
    public async Task The_built_pages_have_the_colours_of_the_scheme(ColorScheme scheme, string quiet)
    {
        await using var maya = await site.Open("Maya Roy", scheme: scheme);

        var colour = await maya.Page.EvaluateAsync<string>(
            "() => { const one = document.createElement('i'); one.style.color = 'var(--quiet)'; document.body.append(one); return getComputedStyle(one).color; }");

        Assert.Equal(quiet, colour);
    }

    [Fact]
    public async Task The_first_load_is_small()
    {
        await using var maya = await site.Open("Maya Roy");
        await maya.Opens("/");

        var names = await maya.Page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(r => new URL(r.name).pathname).filter(n => n.endsWith('.js'))");
        var files = names.Distinct().Select(name => Path.Combine(WebBuilt.Source, "dist", "app", name.TrimStart('/'))).ToList();
        var script = files.Sum(file => new FileInfo(File.Exists(file + ".gz") ? file + ".gz" : file).Length);

        Console.WriteLine($"figure first-load script-gz-bytes={script}");
        Assert.InRange(script, 50_000, 300_000); // as gzip makes it
    }
}
