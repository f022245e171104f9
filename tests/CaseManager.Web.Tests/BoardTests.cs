using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>Amara Okafor leads an operation of two agencies from its board; Daniel Reyes stands at his site with a telephone, in French.</summary>
[Collection(Northgate.Name)]
public sealed class BoardTests(Site site)
{
    [Fact]
    public async Task Two_agencies_go_by_one_board()
    {
        using var plan = await PlannedOperation.Of(site.Address, "ONYX");
        await using var amara = await site.Open("Amara Okafor");
        await using var daniel = await site.Open("Daniel Reyes", "fr", width: 360);
        await amara.Goes($"/operations/{plan.Id}/board", "ONYX");
        await daniel.Goes($"/operations/{plan.Id}/site/{plan.Site("S2")}", "S2 Stash house");

        await SaysNotReady(daniel, "Une équipe manque");
        await Shows(amara, "S2", "not ready", "board-not-ready");
        await Expect(Row(amara, "S2")).ToContainTextAsync("Une équipe manque");

        // What she asked for is no longer what she sees: she has to look again, and then the server says what is missing.
        await amara.Page.Keyboard.PressAsync("o");
        await Expect(Dialog(amara)).ToContainTextAsync("Not ready: S1 and S2");
        await daniel.Page.GetByRole(AriaRole.Button, new() { Name = "Prêt", Exact = true }).ClickAsync();
        await Expect(Dialog(amara)).ToContainTextAsync("The board has changed since you asked");
        await Expect(Button(amara, "Order go")).ToBeDisabledAsync();
        await Button(amara, "I have looked again").ClickAsync();
        await Button(amara, "Order go").ClickAsync();
        await Expect(Dialog(amara).GetByRole(AriaRole.Alert)).ToContainTextAsync("operation.essential-not-ready");
        await amara.Page.Keyboard.PressAsync("Escape");

        await plan.ReportsReady("S1");
        await Expect(Row(amara, "S1")).ToContainTextAsync("ready");
        await daniel.Goes($"/operations/{plan.Id}/board", "ONYX");
        await Expect(daniel.Page.Locator("tr[data-row]")).ToHaveCountAsync(2);
        await Expect(daniel.Page.Locator("tr[data-row=S1]")).ToContainTextAsync("site d’un partenaire");
        await Expect(daniel.Page.Locator("tr[data-row=S1]")).Not.ToContainTextAsync("Suspected lab");
        await Button(daniel, "Voter pour USDE").ClickAsync();
        await Dialog(daniel).GetByRole(AriaRole.Button, new() { Name = "Voter", Exact = true }).ClickAsync();
        await Expect(amara.Page.Locator(".votes li", new() { HasText = "USDE" })).ToContainTextAsync("go");

        // By keyboard alone from here: her agency's vote, then the order.
        await amara.Page.Keyboard.PressAsync("v");
        await Expect(Dialog(amara)).ToContainTextAsync("Recorded in the name of Amara Okafor (CFP).");
        await Button(amara, "Cast the vote").FocusAsync();
        await amara.Page.Keyboard.PressAsync("Enter");
        await Expect(Dialog(amara)).ToHaveCountAsync(0);
        await Expect(amara.Page.GetByText("Every agency of the quorum has voted go.")).ToBeVisibleAsync();
        await amara.Page.Keyboard.PressAsync("o");
        await Expect(Dialog(amara)).ToContainTextAsync("All 2 sites are ready");
        await Button(amara, "Order go").FocusAsync();
        await amara.Page.Keyboard.PressAsync("Enter");
        await Expect(Status(amara)).ToContainTextAsync("GO");
        await Expect(Status(daniel)).ToContainTextAsync("FEU VERT");
        await Expect(Row(amara, "S2")).ToContainTextAsync("unconfirmed");

        await daniel.Goes($"/operations/{plan.Id}/site/{plan.Site("S2")}", "S2 Stash house");
        await Button(daniel, "Accuser réception de l’ordre 1 : feu vert").ClickAsync();
        await Shows(amara, "S2", "heard after", "board-heard");

        await SaysNotReady(daniel, "Le bâtiment est vide");
        await Expect(Status(amara)).ToContainTextAsync("HOLD");
        await Expect(amara.Page.Locator(".order")).ToContainTextAsync("S2: a site was no longer ready");
        await Expect(Button(amara, "Hold…")).ToBeDisabledAsync();
        amara.IsContent();
        daniel.IsContent();
    }

    [Fact]
    public async Task A_board_whose_server_dies_says_so_decides_nothing_and_comes_right_by_itself()
    {
        using var plan = await PlannedOperation.Of(site.Address, "BERYL");
        await using var amara = await site.Open("Amara Okafor");
        await amara.Goes($"/operations/{plan.Id}/board", "BERYL");
        await Expect(amara.Page.Locator(".age")).ToContainTextAsync("Live");
        await Expect(Button(amara, "Go…")).ToBeEnabledAsync();

        await site.Kill();
        var since = Stopwatch.StartNew();
        await Expect(amara.Page.Locator(".line-lost")).ToBeVisibleAsync(new() { Timeout = 5_000 });
        Console.WriteLine($"figure board-lost milliseconds={since.ElapsedMilliseconds}");
        await Expect(Button(amara, "Go…")).ToBeDisabledAsync();
        await Expect(Button(amara, "Abort…")).ToBeDisabledAsync();
        await Expect(amara.Page.GetByText("nothing is decided on a board that may be another by now")).ToBeVisibleAsync();
        await Expect(amara.Page.Locator(".age")).ToContainTextAsync("Connection lost");

        await site.Start();
        await plan.ReportsReady("S1");
        await Expect(Row(amara, "S1")).ToContainTextAsync("ready", new() { Timeout = 20_000 });
        await Expect(amara.Page.Locator(".line-lost")).ToHaveCountAsync(0);
        await Expect(Button(amara, "Go…")).ToBeEnabledAsync();
    }

    private static async Task SaysNotReady(Person daniel, string why)
    {
        await Button(daniel, "Pas prêt").ClickAsync();
        await daniel.Page.GetByRole(AriaRole.Textbox, new() { Name = "Pourquoi n’est-il pas prêt" }).FillAsync(why);
        await Button(daniel, "Signaler : pas prêt").ClickAsync();
    }

    private static async Task Shows(Person person, string number, string words, string figure)
    {
        var since = Stopwatch.StartNew();
        await Expect(Row(person, number)).ToContainTextAsync(words);
        Console.WriteLine($"figure {figure} milliseconds={since.ElapsedMilliseconds}");
    }

    private static ILocator Row(Person person, string number) => person.Page.Locator($"tr[data-row={number}]");

    private static ILocator Status(Person person) => person.Page.Locator(".status");

    private static ILocator Dialog(Person person) => person.Page.GetByRole(AriaRole.Dialog);

    private static ILocator Button(Person person, string name) => person.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
