using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>Maya Roy writes down what happened; Theo Lang of another agency reads it as it comes.</summary>
[Collection(Northgate.Name)]
public sealed class InvestigatorTests(Site site)
{
    [Fact]
    public async Task An_entry_filed_with_the_keyboard_shows_at_once_to_a_colleague_of_another_agency()
    {
        await using var maya = await site.Open("Maya Roy");
        await using var theo = await site.Open("Theo Lang");
        await maya.Goes("/cases/NG-2026-014/timeline", "Halden");
        await theo.Goes("/cases/NG-2026-014/timeline", "Halden");
        await Assertions.Expect(theo.Page.GetByRole(AriaRole.Article).First).ToBeVisibleAsync();

        await maya.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
        await maya.Page.Keyboard.PressAsync("c");
        await maya.Page.Keyboard.TypeAsync("Forklift driver called back: the smell is gone.");
        await maya.Page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(maya.Page.GetByText("the smell is gone")).ToBeVisibleAsync(new() { Timeout = 10_000 });
        await Assertions.Expect(theo.Page.GetByText("the smell is gone")).ToBeVisibleAsync(new() { Timeout = 10_000 });
        maya.IsContent();
        theo.IsContent();
    }

    [Fact]
    public async Task Who_is_not_on_the_case_gets_the_answer_of_a_case_that_is_not_there()
    {
        await using var novak = await site.Open("A. Novak");

        await novak.Page.GotoAsync("/cases/NG-2026-014");
        var hidden = await novak.Page.GetByRole(AriaRole.Main).InnerTextAsync();
        await Assertions.Expect(novak.Page.GetByText("There is no such page")).ToBeVisibleAsync();
        hidden = await novak.Page.GetByRole(AriaRole.Main).InnerTextAsync();
        await novak.Page.GotoAsync("/cases/NG-2026-999");
        await Assertions.Expect(novak.Page.GetByText("There is no such page")).ToBeVisibleAsync();

        Assert.Equal(hidden, await novak.Page.GetByRole(AriaRole.Main).InnerTextAsync());
        novak.IsContent();
    }

    [Fact]
    public async Task Every_page_carries_the_marking_of_what_it_shows_in_either_language()
    {
        await using var maya = await site.Open("Maya Roy", "fr-CA");
        foreach (var (path, heading) in new[] { ("/", "Ma journée"), ("/cases", "Dossiers"), ("/cases/NG-2026-014", "Halden"), ("/operations", "Opérations") })
        {
            await maya.Goes(path, heading);
            await Assertions.Expect(maya.Page.Locator(".band")).ToHaveCountAsync(2);
            await maya.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await maya.Page.ScreenshotAsync(new() { Path = Path.Combine(Shots.Folder, $"fr{path.Replace('/', '-')}.png"), FullPage = true });
        }
        await maya.Goes("/cases/NG-2026-014/timeline", "Halden");
        await Assertions.Expect(maya.Page.Locator(".band").First).ToContainTextAsync("TLP:");
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Heading, new() { Name = "Timeline" })).ToBeVisibleAsync();
        maya.IsContent();
    }
}
