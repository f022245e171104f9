using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>What is printed is whole, or says that it is not, and carries its marking on every sheet.</summary>
[Collection(Northgate.Name)]
public sealed class PaperTests(Site site)
{
    // Stands in for the dialog of the browser: counts what would be on paper.
    private const string Printer = """
        window.print = () => {
          dispatchEvent(new Event('beforeprint'));
          document.documentElement.dataset.papers = document.querySelectorAll('.sheets article').length;
          dispatchEvent(new Event('afterprint'));
        };
        """;

    [Theory]
    [InlineData("en", "Timeline", "Print", "On paper: the newest 50 of 120 entries.")]
    [InlineData("fr", "Chronologie", "Imprimer", "Sur papier : les 50 inscriptions les plus récentes, sur 120.")]
    public async Task A_timeline_is_printed_to_its_first_entry_though_one_never_scrolled_there(string language, string timeline, string print, string part)
    {
        var number = await LongCase(120);
        await using var maya = await site.Open("Maya Roy", language);
        await maya.Page.AddInitScriptAsync(Printer);
        await maya.Goes($"/cases/{number}/timeline", "Long");
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Article).First).ToBeVisibleAsync();

        // The browser's own command prints what is there, and says so.
        await maya.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(maya.Page.Locator(".print-only")).ToContainTextAsync(part);
        await maya.Page.EmulateMediaAsync(new() { Media = Media.Screen });

        await maya.Page.GetByRole(AriaRole.Region, new() { Name = timeline }).GetByRole(AriaRole.Button, new() { Name = print }).ClickAsync();

        await Assertions.Expect(maya.Page.Locator("html")).ToHaveAttributeAsync("data-papers", "120");
        await Assertions.Expect(maya.Page.Locator(".print-only")).ToHaveCountAsync(0);
        maya.IsContent();
    }

    [Fact]
    public async Task Every_sheet_says_its_marking_in_its_margins_and_nothing_to_press_is_on_it()
    {
        await using var nadia = await site.Open("Nadia Haddad");
        await nadia.Goes("/cases/NG-2026-014/tasks", "Halden");
        await nadia.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(nadia.Page.Locator(".band").First).ToContainTextAsync("TLP:AMBER");

        var rules = await nadia.Page.EvaluateAsync<string>("document.adoptedStyleSheets.flatMap(s => [...s.cssRules]).map(r => r.cssText).join('')");
        Assert.Matches("@top-center \\{[^}]*TLP:AMBER", rules);
        Assert.Matches("@bottom-center \\{[^}]*TLP:AMBER", rules);
        await Assertions.Expect(nadia.Page.Locator("main .mantine-Button-root:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(nadia.Page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        nadia.IsContent();
    }

    private async Task<string> LongCase(int entries)
    {
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        var file = (await api.Act("openCase", new { title = "Long", summary = "Many entries" }, "case { id number }"))["case"]!;
        for (var n = 1; n <= entries; n++)
            await api.Act("recordTimelineEntry", new { @case = file["id"]!.GetValue<string>(), text = $"Nothing moved, {n}.", occurred = new { zone = "America/Toronto", date = new DateOnly(2026, 1, 1).AddDays(n).ToString("O", CultureInfo.InvariantCulture) } }, "entry { id }");
        return file["number"]!.GetValue<string>();
    }
}
