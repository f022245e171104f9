using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>Finding things: from one box, from the command menu, and not what is not one's own.</summary>
[Collection(Northgate.Name)]
public sealed partial class SearchTests(Site site)
{
    [Fact]
    public async Task With_keys_alone_a_word_is_looked_for_its_passage_peeked_at_and_its_case_opened()
    {
        await using var maya = await site.Open("Maya Roy");
        await maya.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();

        await maya.Page.Keyboard.PressAsync("/");
        await maya.Sees("Search");
        await maya.Page.Keyboard.TypeAsync("container");
        var hits = maya.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem);
        await Assertions.Expect(hits.First).ToBeVisibleAsync();
        await Assertions.Expect(maya.Page).ToHaveURLAsync(Asked());
        await Assertions.Expect(maya.Page.Locator("mark").First).ToHaveTextAsync("container");
        await maya.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
        await maya.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(hits.First).ToBeFocusedAsync();
        await maya.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Complementary)).ToBeVisibleAsync();
        await maya.Page.Keyboard.PressAsync("Escape");
        await maya.Page.Keyboard.PressAsync("Enter");

        await maya.Sees("Qingtai");
        maya.IsContent();
    }

    [Fact]
    public async Task The_command_menu_goes_to_a_page_to_a_record_and_in_the_demo_to_somebody_else()
    {
        await using var maya = await site.Open("Maya Roy");

        await maya.Page.Keyboard.PressAsync("Control+k");
        await maya.Page.Keyboard.TypeAsync("superv");
        await maya.Page.GetByRole(AriaRole.Dialog).GetByText("Supervision", new() { Exact = true }).ClickAsync();
        await maya.Sees("Supervision");
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await maya.Page.Keyboard.PressAsync("Control+k");
        await maya.Page.Keyboard.TypeAsync("Halden");
        await maya.Page.GetByRole(AriaRole.Dialog).GetByText("NG-2026-014 Halden", new() { Exact = true }).ClickAsync();
        await maya.Sees("Halden");
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await maya.Page.Keyboard.PressAsync("Control+k");
        await maya.Page.Keyboard.TypeAsync("Novak");
        await maya.Page.GetByRole(AriaRole.Dialog).GetByText("Become A. Novak").ClickAsync();

        await Assertions.Expect(maya.Page.GetByText("There is no such page")).ToBeVisibleAsync();
        Assert.EndsWith("/cases/NG-2026-014", new Uri(maya.Page.Url).AbsolutePath, StringComparison.Ordinal);
        maya.IsContent();
    }

    [Fact]
    public async Task Who_is_on_no_case_finds_nothing_of_it()
    {
        await using var novak = await site.Open("A. Novak");

        await novak.Goes("/search?q=halden", "Search");

        await Assertions.Expect(novak.Page.GetByText("Nothing you may see matches.")).ToBeVisibleAsync();
        await Assertions.Expect(novak.Page.Locator(".band").First).ToHaveTextAsync("No marked information shown");
        novak.IsContent();
    }

    [Fact]
    public async Task A_filter_is_kept_under_a_name_and_opened_again()
    {
        await using var maya = await site.Open("Maya Roy");
        await maya.Goes("/cases?q=stage:suspended", "Cases");

        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Views" }).ClickAsync();
        await maya.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Save this view…" }).ClickAsync();
        await maya.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Resting");
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await maya.Goes("/cases", "Cases");
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Views" }).ClickAsync();
        await maya.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Resting" }).ClickAsync();

        await Assertions.Expect(maya.Page).ToHaveURLAsync(Suspended());
        await Assertions.Expect(maya.Page.GetByText("Cold storage")).ToBeVisibleAsync();
        maya.IsContent();
    }

    [GeneratedRegex(@"/search\?q=container")]
    private static partial Regex Asked();

    [GeneratedRegex("q=stage")]
    private static partial Regex Suspended();
}
