using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>A case from the day it is opened until two people close it.</summary>
[Collection(Northgate.Name)]
public sealed class CaseTests(Site site)
{
    [Fact]
    public async Task One_key_opens_it_and_leads_to_it()
    {
        await using var maya = await site.Open("Maya Roy");
        await maya.Goes("/cases", "Cases");
        await maya.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
        await maya.Page.Keyboard.PressAsync("n");
        var dialog = maya.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Title" }).FillAsync("Harbour mouth");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Summary" }).FillAsync("A trawler that is never fishing.");

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Open a case" }).ClickAsync();

        await maya.Sees("Harbour mouth");
        await Assertions.Expect(maya.Page.GetByText("A trawler that is never fishing.")).ToBeVisibleAsync();
        maya.IsContent();
    }

    [Fact]
    public async Task It_is_staffed_by_its_lead_and_closed_by_two()
    {
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        var supervisor = (await api.Ask("{ officers(where: { name: { contains: \"Jules\" } }) { nodes { id } } }"))["officers"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var file = (await api.Act("openCase", new { title = "Harbour lights", summary = "Watched.", team = new[] { new { officer = supervisor, role = "SUPERVISOR" } } }, "case { number }"))["case"]!;
        await using var maya = await site.Open("Maya Roy");
        var dialog = maya.Page.GetByRole(AriaRole.Dialog);
        await maya.Goes($"/cases/{file["number"]}/team", "Harbour lights");
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Grant access" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Combobox, new() { Name = "Officer" }).FillAsync("Nadia");
        await maya.Page.GetByRole(AriaRole.Option, new() { Name = "Nadia Haddad" }).ClickAsync();
        await dialog.GetByLabel("Reason").FillAsync("Second pair of hands");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Grant access" }).ClickAsync();
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Nadia Haddad" })).ToBeVisibleAsync();

        await maya.Page.GetByRole(AriaRole.Tab, new() { Name = "Overview" }).ClickAsync();
        await Propose(maya.Page, dialog);
        await using var jules = await site.Open("Jules Bédard");
        await jules.Goes($"/cases/{file["number"]}", "Harbour lights");
        await jules.Page.GetByRole(AriaRole.Button, new() { Name = "Approve closure" }).ClickAsync();
        await jules.Page.GetByRole(AriaRole.Button, new() { Name = "Close the case" }).ClickAsync();

        await Assertions.Expect(jules.Page.GetByRole(AriaRole.Button, new() { Name = "Reopen" })).ToBeVisibleAsync();
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Button, new() { Name = "Reopen" })).ToBeVisibleAsync();
        maya.IsContent();
        jules.IsContent();
    }

    [Fact]
    public async Task Who_proposed_to_close_it_cannot_approve()
    {
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        var file = (await api.Act("openCase", new { title = "Ebb", summary = "Watched." }, "case { number }"))["case"]!;
        await using var maya = await site.Open("Maya Roy");
        var dialog = maya.Page.GetByRole(AriaRole.Dialog);
        await maya.Goes($"/cases/{file["number"]}", "Ebb");
        await Propose(maya.Page, dialog);

        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Approve closure" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close the case" }).ClickAsync();

        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Button, new() { Name = "Reopen" })).ToHaveCountAsync(0);
        maya.IsContent();
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
        var summary = maya.Page.GetByRole(AriaRole.Region, new() { Name = "Summary" });
        await Assertions.Expect(summary).ToContainTextAsync("What was thought.");
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Button, new() { Name = "Act on the case" })).ToHaveCountAsync(0);
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Back to now" }).ClickAsync();
        await Assertions.Expect(summary).ToContainTextAsync("What is known.");
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
