using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>A case from the day it is opened until two people close it.</summary>
[Collection(Northgate.Name)]
public sealed class CaseTests(Site site)
{
    [Fact]
    public async Task It_is_opened_staffed_worked_on_and_closed_by_two()
    {
        await using var maya = await site.Open("Maya Roy");
        await maya.Goes("/cases", "Cases");
        await maya.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
        await maya.Page.Keyboard.PressAsync("n");
        var dialog = maya.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Title" }).FillAsync("Harbour lights");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Summary" }).FillAsync("A trawler that is never fishing.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Open a case" }).ClickAsync();
        await maya.Sees("Harbour lights");
        var page = new Uri(maya.Page.Url).AbsolutePath;

        await maya.Page.GetByRole(AriaRole.Tab, new() { Name = "Team" }).ClickAsync();
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Grant access" }).ClickAsync();
        await dialog.GetByLabel("Officer").First.FillAsync("Jules");
        await maya.Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await dialog.GetByRole(AriaRole.Combobox, new() { Name = "Role" }).ClickAsync();
        await maya.Page.GetByRole(AriaRole.Option, new() { Name = "Supervisor" }).ClickAsync();
        await dialog.GetByLabel("Reason").FillAsync("Second pair of eyes");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Grant access" }).ClickAsync();
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Jules" })).ToBeVisibleAsync();

        await maya.Page.GetByRole(AriaRole.Tab, new() { Name = "Overview" }).ClickAsync();
        await Propose(maya.Page, dialog);
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Approve closure" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close the case" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await using var jules = await site.Open("Jules Bédard");
        await jules.Goes(page, "Harbour lights");
        await jules.Page.GetByRole(AriaRole.Button, new() { Name = "Approve closure" }).ClickAsync();
        await jules.Page.GetByRole(AriaRole.Button, new() { Name = "Close the case" }).ClickAsync();
        await Assertions.Expect(jules.Page.GetByRole(AriaRole.Button, new() { Name = "Reopen" })).ToBeVisibleAsync();
        maya.IsContent();
        jules.IsContent();
    }

    [Fact]
    public async Task A_summary_that_another_changed_meanwhile_is_not_written_over_unseen()
    {
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        var file = (await api.Act("openCase", new { title = "Slow tide", summary = "As it began." }, "case { id number version }"))["case"]!;
        await using var maya = await site.Open("Maya Roy");
        await maya.Goes($"/cases/{file["number"]}", "Slow tide");
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Amend" }).ClickAsync();
        await maya.Page.GetByRole(AriaRole.Textbox, new() { Name = "Summary" }).FillAsync("As I see it.");
        await maya.Page.GetByLabel("Reason").FillAsync("Clearer");

        await api.Act("amendCaseSummary", new { @case = file["id"]!.GetValue<string>(), summary = "As it is.", reason = "Known now", version = file["version"]!.GetValue<long>() }, "version");
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Amend" }).ClickAsync();

        await Assertions.Expect(maya.Page.Locator(".versions-box")).ToContainTextAsync("As it is.");
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Textbox, new() { Name = "Summary" })).ToHaveValueAsync("As I see it.");
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Take theirs" }).ClickAsync();
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Textbox, new() { Name = "Summary" })).ToHaveValueAsync("As it is.");
        maya.IsContent();
    }

    [Fact]
    public async Task It_can_be_seen_as_it_was_recorded_before()
    {
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        var file = (await api.Act("openCase", new { title = "Old paint", summary = "What was thought." }, "case { id number version }"))["case"]!;
        await api.Act("amendCaseSummary", new { @case = file["id"]!.GetValue<string>(), summary = "What is known.", reason = "Known now", version = file["version"]!.GetValue<long>() }, "version");
        await using var maya = await site.Open("Maya Roy");

        await maya.Goes($"/cases/{file["number"]}/history", "Old paint");
        await maya.Page.GetByRole(AriaRole.Link, new() { Name = "The case at this moment" }).Last.ClickAsync();

        await Assertions.Expect(maya.Page.GetByText("As recorded at")).ToBeVisibleAsync();
        await Assertions.Expect(maya.Page.GetByText("What was thought.")).ToBeVisibleAsync();
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Button, new() { Name = "Act on the case" })).ToHaveCountAsync(0);
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Back to now" }).ClickAsync();
        await Assertions.Expect(maya.Page.GetByText("What is known.")).ToBeVisibleAsync();
        maya.IsContent();
    }

    private static async Task Propose(IPage page, ILocator dialog)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Act on the case" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Propose closure" }).ClickAsync();
        await dialog.GetByLabel("Reason").FillAsync("The trawler was sold for scrap");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Propose", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }
}
