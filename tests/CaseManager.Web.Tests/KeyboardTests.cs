using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>The day's work of an investigator and of a coordinator, from the sign-in page on, without a pointer.</summary>
[Collection(Northgate.Name)]
public sealed class KeyboardTests(Site site)
{
    [Fact]
    public async Task An_investigator_opens_a_case_files_corrects_filters_and_asks_a_colleague()
    {
        await using var maya = await site.Arrive();
        var hands = await Hands.SignIn(maya, "Maya Roy");
        await hands.Press("g", "c");
        await maya.Sees("Cases");
        await hands.Press("n");
        await hands.Fill("Title", "Night shift");
        await hands.Fill("Summary", "The gate opens at three.");
        await hands.Push("Open a case");
        await maya.Sees("Night shift");
        await hands.IsBack();

        await hands.Reach(AriaRole.Tab, "Overview");
        await hands.Press("ArrowRight");
        await Expect(maya.Button("Record")).ToBeVisibleAsync();
        await hands.Press("c");
        await Expect(maya.Field("What happened")).ToBeFocusedAsync();
        await hands.Type("A truck waits at the gate.");
        await hands.Press("Control+Enter");
        await Expect(maya.Page.GetByRole(AriaRole.Article)).ToContainTextAsync("A truck waits");
        await hands.IsBack();
        await hands.Press("j", "e");
        await Expect(maya.Field("What happened")).ToBeFocusedAsync();
        await hands.Press("Control+a");
        await hands.Type("A truck waits at the gate, without plates.");
        await hands.Fill("Reason", "Seen on the recording");
        await hands.Press("Control+Enter");
        await Expect(maya.Page.GetByRole(AriaRole.Article)).ToContainTextAsync("without plates");
        await hands.IsBack();
        await hands.Press("Enter");
        await Expect(maya.Page.GetByRole(AriaRole.Region, new() { Name = "History" })).ToContainTextAsync("A truck waits at the gate.");
        await hands.Press("Escape", "/");
        await Expect(maya.Field("Filter the timeline")).ToBeFocusedAsync();
        await hands.Type("is:corrected plates");
        await Expect(maya.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=is.*corrected.*plates"));
        await Expect(maya.Page.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);

        await hands.Reach(AriaRole.Tab, "Timeline", "Shift+Tab");
        await hands.Press("ArrowRight", "ArrowRight", "ArrowRight");
        await Expect(maya.Button("Grant access")).ToBeVisibleAsync();
        await hands.Press("n");
        await hands.Choose("Officer", "Theo", "Theo Lang (OPS)");
        await hands.Fill("Reason", "Knows the gate");
        await hands.Push("Grant access");
        await Expect(maya.Row("Theo Lang")).ToBeVisibleAsync();
        await hands.IsBack();
        await hands.Reach(AriaRole.Tab, "Team", "Shift+Tab");
        await hands.Press("ArrowLeft");
        await Expect(maya.Button("New task")).ToBeVisibleAsync();
        await hands.Press("n");
        await hands.Fill("Title", "Read the recording");
        await hands.Choose("Asked", "Theo", "Theo Lang (OPS)");
        await hands.Moment("Due (Toronto time)", new(2031, 5, 12, 9, 0, 0));
        await hands.Push("Create");
        await Expect(maya.Row("Read the recording")).ToContainTextAsync("Theo Lang");
        await hands.IsBack();
        maya.IsContent();
    }

    [Fact]
    public async Task A_coordinator_plans_lets_go_and_holds()
    {
        var now = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("America/Toronto")).DateTime;
        await using var amara = await site.Arrive();
        var hands = await Hands.SignIn(amara, "Amara Okafor");
        await hands.Press("g", "o");
        await Expect(amara.Button("Plan an operation")).ToBeVisibleAsync();
        await hands.Press("n");
        await hands.Fill("Name", "JASPER");
        await hands.Moment("H-hour", now.AddHours(2));
        await hands.Fill("Aim", "One door, and nobody hurt.");
        await hands.Push("Plan it");
        await amara.Sees("JASPER");
        await hands.IsBack();

        await hands.Push("Add site");
        await hands.Fill("Place", "Boat shed");
        await hands.Reach(AriaRole.Combobox, "Agency");
        await hands.Type("CFP");
        await hands.Choose("Commander", "Maya", "Maya Roy (CFP)");
        await hands.Fill("Warrant or order", "W9");
        await hands.Moment("Valid from (Toronto)", now.AddDays(-1));
        await hands.Moment("Valid until (Toronto)", now.AddDays(2));
        await hands.Push("Add site");
        await Expect(amara.Page.GetByRole(AriaRole.Region, new() { Name = "Sites" }).GetByText("S1 Boat shed")).ToBeVisibleAsync();
        await hands.IsBack();

        await hands.Reach(AriaRole.Tab, "Plan", "Shift+Tab");
        await hands.Press("ArrowRight");
        await hands.Push("S1 Boat shed");
        await hands.Push("Ready");
        await Expect(amara.Row("Boat shed")).ToContainTextAsync("ready");
        await hands.IsBack();
        await hands.Press("Escape", "v");
        await Expect(amara.Dialog).ToContainTextAsync("Recorded in the name of Amara Okafor (CFP).");
        await hands.Push("Cast the vote");
        await hands.IsBack();
        await Expect(amara.Page.GetByText("Every agency of the quorum has voted go.")).ToBeVisibleAsync();
        await hands.Press("o");
        await hands.Push("Order go");
        await hands.IsBack();
        await Expect(amara.Page.GetByText("GO", new() { Exact = true })).ToBeVisibleAsync();
        await hands.Press("h");
        await Expect(amara.Field("Reason")).ToBeFocusedAsync();
        await hands.Type("Fog on the water");
        await hands.Push("Order hold");
        await hands.IsBack();
        await Expect(amara.Page.GetByText("HOLD", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(amara.Page.GetByText("Fog on the water")).ToBeVisibleAsync();
        amara.IsContent();
    }

    [Fact]
    public async Task Keys_pressed_faster_than_a_busy_machine_answers_all_count()
    {
        await using var maya = await site.Arrive();
        var hands = await Hands.SignIn(maya, "Maya Roy");
        await maya.Goes("/cases/NG-2026-014/tasks", "Halden");
        await Expect(maya.Button("New task")).ToBeVisibleAsync();
        await hands.Press("n");
        await hands.Fill("Title", "Read the meter");
        await maya.Page.EvaluateAsync("() => { const later = setTimeout; window.setTimeout = (what, after = 0, ...rest) => later(what, after + 300, ...rest); }");
        await hands.Reach(maya.Page.GetByLabel("Due (Toronto time)"), "the moment it is due");
        await hands.Reach(AriaRole.Button, "Cancel");

        // Timers fire in their order: when this one does, those of the page before it have.
        await maya.Page.EvaluateAsync("() => new Promise((done) => setTimeout(done))");

        await Expect(maya.Button("Cancel")).ToBeFocusedAsync();
        maya.IsContent();
    }
}
