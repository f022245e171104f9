using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>What waits for somebody, and what they do about it without leaving the page.</summary>
[Collection(Northgate.Name)]
public sealed class MyDayTests(Site site)
{
    [Fact]
    public async Task A_task_is_begun_and_completed_in_place_and_waits_no_longer()
    {
        await using var theo = await site.Open("Theo Lang");
        await theo.Goes("/", "My day");
        await Assertions.Expect(theo.Page.GetByRole(AriaRole.Heading, new() { Name = "Overdue" })).ToBeVisibleAsync();

        await theo.Page.GetByRole(AriaRole.Button, new() { Name = "Start: Marks on the pallets" }).ClickAsync();
        await Assertions.Expect(theo.Page.GetByRole(AriaRole.Button, new() { Name = "Start: Marks on the pallets" })).ToHaveCountAsync(0);
        await theo.Page.GetByRole(AriaRole.Button, new() { Name = "Complete: Marks on the pallets" }).ClickAsync();
        await theo.Page.GetByRole(AriaRole.Textbox, new() { Name = "What came of it" }).FillAsync("Two marks, both of the same maker.");
        await theo.Page.GetByRole(AriaRole.Button, new() { Name = "Complete", Exact = true }).ClickAsync();

        await Assertions.Expect(theo.Page.GetByText("Marks on the pallets")).ToHaveCountAsync(0);
        theo.IsContent();
    }

    [Fact]
    public async Task What_waits_is_gone_through_and_an_entry_is_filed_with_keys_alone()
    {
        await using var maya = await site.Open("Maya Roy", "fr-CA");
        await maya.Goes("/", "Ma journée");
        await Assertions.Expect(maya.Page.Locator(".wait").First).ToBeVisibleAsync();
        await maya.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();

        await maya.Page.Keyboard.PressAsync("c");
        var chosen = maya.Page.GetByRole(AriaRole.Combobox, new() { Name = "Dossier" });
        await chosen.FillAsync("Halden");
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await maya.Page.Keyboard.PressAsync("ArrowDown");
        await maya.Page.Keyboard.PressAsync("Enter");
        await maya.Page.GetByRole(AriaRole.Textbox, new() { Name = "Ce qui s’est passé" }).FocusAsync();
        await maya.Page.Keyboard.TypeAsync("Le comptable rappelle demain.");
        await maya.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(maya.Page.GetByText("Consigné au dossier NG-2026-014")).ToBeVisibleAsync();

        await maya.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(maya.Page.Locator(".wait:focus")).ToHaveCountAsync(1);
        await maya.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(maya.Page).Not.ToHaveURLAsync(new Uri(site.Address, "/").ToString());
        maya.IsContent();
    }
}
