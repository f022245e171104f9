using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>The running sheet: written, corrected, read and searched, by those who keep it and while others write on it.</summary>
[Collection(Northgate.Name)]
public sealed class TimelineTests(Site site)
{
    [Fact]
    public async Task Two_who_correct_one_entry_see_both_versions_and_lose_nothing()
    {
        var (number, _) = await Halden("The van is white.");
        await using var maya = await site.Open("Maya Roy");
        await using var jules = await site.Open("Jules Bédard");
        foreach (var person in new[] { maya, jules })
        {
            await person.Goes($"/cases/{number}/timeline", "Sheet");
            await person.Page.GetByText("The van is white.").First.ClickAsync();
            await person.Page.Locator(".peek").GetByRole(AriaRole.Button, new() { Name = "Correct" }).ClickAsync();
            await person.Page.GetByLabel("Reason").FillAsync("Seen again");
        }
        await maya.Page.GetByLabel("What happened").FillAsync("The van is grey.");
        await jules.Page.GetByLabel("What happened").FillAsync("The van is silver.");

        await maya.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(maya.Page.Locator("form.composer")).ToHaveCountAsync(0);
        await jules.Page.GetByLabel("What happened").PressAsync("Control+Enter");

        var versions = jules.Page.Locator(".versions");
        await Assertions.Expect(versions).ToContainTextAsync("The van is grey.");
        await Assertions.Expect(versions).ToContainTextAsync("The van is silver.");
        await jules.Page.GetByRole(AriaRole.Button, new() { Name = "Write mine on top" }).ClickAsync();
        await Assertions.Expect(maya.Page.Locator("article", new() { HasText = "The van is silver." })).ToBeVisibleAsync();
        await Assertions.Expect(maya.Page.Locator(".peek .changes")).ToContainTextAsync("The van is grey.");
        maya.IsContent();
        jules.IsContent();
    }

    [Fact]
    public async Task What_comes_while_one_reads_further_down_waits_until_one_asks_for_it()
    {
        var (number, file) = await Halden([.. Enumerable.Range(1, 60).Select(n => $"Nothing moved, {n}.")]);
        await using var maya = await site.Open("Maya Roy");
        await maya.Goes($"/cases/{number}/timeline", "Sheet");
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Article).First).ToBeVisibleAsync();
        await maya.Page.Mouse.MoveAsync(600, 600);
        await maya.Page.Mouse.WheelAsync(0, 1500);
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Article).First).Not.ToBeInViewportAsync();
        var at = await maya.Page.EvaluateAsync<double>("scrollY");

        using var jules = await Api.As(site.Address, "CFP", "jules.bedard");
        await Record(jules, file, "Lights on in the unit.", 100);

        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "1 new entry" }).WaitForAsync();
        Assert.Equal(at, await maya.Page.EvaluateAsync<double>("scrollY"));
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "1 new entry" }).ClickAsync();
        await Assertions.Expect(maya.Page.GetByText("Lights on in the unit.")).ToBeVisibleAsync();
        maya.IsContent();
    }

    [Theory]
    [InlineData("en", "tag:van -grey", "The van is white.")]
    [InlineData("fr", "étiquette:van sauf:white", "The van is grey.")]
    [InlineData("en", "who:roy (grey or drums) not:van", "Drums are carried in.")]
    public async Task The_filter_is_understood_in_both_languages_and_travels_with_the_address(string language, string filter, string found)
    {
        var (number, _) = await Halden("The van is white.", "The van is grey.", "Drums are carried in.");
        await using var maya = await site.Open("Maya Roy", language);

        await maya.Goes($"/cases/{number}/timeline", "Sheet");
        await maya.Page.Locator(".filter input").FillAsync(filter);
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
        await maya.Page.ReloadAsync();

        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Article)).ToContainTextAsync(found);
        maya.IsContent();
    }

    [Fact]
    public async Task A_word_that_the_filter_does_not_know_is_named_and_nothing_is_filtered_by_it()
    {
        var (number, _) = await Halden("The van is white.", "The van is grey.");
        await using var maya = await site.Open("Maya Roy");
        await maya.Goes($"/cases/{number}/timeline", "Sheet");
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Article)).ToHaveCountAsync(2);

        await maya.Page.Locator(".filter input").FillAsync("whom:roy");

        await Assertions.Expect(maya.Page.GetByText("Did you mean “who”?")).ToBeVisibleAsync();
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Article)).ToHaveCountAsync(2);
        maya.IsContent();
    }

    [Fact]
    public async Task It_is_gone_through_and_read_by_keys_alone()
    {
        var (number, _) = await Halden("First of all.", "Second of all.", "Third of all.");
        await using var maya = await site.Open("Maya Roy");
        await maya.Goes($"/cases/{number}/timeline", "Sheet");
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Article)).ToHaveCountAsync(3);

        await maya.Page.Keyboard.PressAsync("j");
        await maya.Page.Keyboard.PressAsync("j");
        await maya.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(maya.Page.Locator(".peek")).ToContainTextAsync("Second of all.");
        Assert.Contains("entry=", maya.Page.Url, StringComparison.Ordinal);
        await maya.Page.Keyboard.PressAsync("k");
        await Assertions.Expect(maya.Page.Locator(".peek")).ToContainTextAsync("Third of all.");
        await maya.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(maya.Page.Locator(".peek")).ToHaveCountAsync(0);
        Assert.DoesNotContain("entry=", maya.Page.Url, StringComparison.Ordinal);
        maya.IsContent();
    }

    // A case of Maya's with these entries, an hour between them, the last one the newest.
    private async Task<(string Number, string Case)> Halden(params string[] entries)
    {
        using var maya = await Api.As(site.Address, "CFP", "maya.roy");
        var jules = (await maya.Ask("{ officers(where: { name: { contains: \"Jules\" } }) { nodes { id } } }"))["officers"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var opened = (await maya.Act("openCase", new { title = "Sheet", summary = "Watched.", team = new[] { new { officer = jules, role = "INVESTIGATOR" } } }, "case { id number }"))["case"]!;
        var file = opened["id"]!.GetValue<string>();
        for (var at = 0; at < entries.Length; at++)
            await Record(maya, file, entries[at], at);
        return (opened["number"]!.GetValue<string>(), file);
    }

    private static async Task Record(Api officer, string file, string text, int hour) => await officer.Act("recordTimelineEntry", new
    {
        @case = file, text, tags = text.Contains("van", StringComparison.Ordinal) ? new[] { "van" } : null,
        occurred = new { zone = "America/Toronto", at = new DateTime(2026, 4, 18).AddHours(hour).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture) },
    }, "version");
}
