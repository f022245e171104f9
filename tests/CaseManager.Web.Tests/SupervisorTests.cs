using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>Jules Bédard sees how the work stands, decides on a closure that Maya Roy proposed, and moves a task.</summary>
[Collection(Northgate.Name)]
public sealed partial class SupervisorTests(Site site)
{
    [Fact]
    public async Task A_number_opens_the_list_it_counted_and_the_closure_in_it_is_approved_by_a_second_person()
    {
        var number = await AClosureIsProposed("Lantern imports");
        await using var maya = await site.Open("Maya Roy");
        await using var jules = await site.Open("Jules Bédard");

        await jules.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
        await jules.Page.Keyboard.PressAsync("g");
        await jules.Page.Keyboard.PressAsync("s");
        await jules.Sees("Supervision");
        await jules.Page.ScreenshotAsync(new() { Path = Path.Combine(Shots.Folder, "supervision.png"), FullPage = true });
        await OpensTheCount(jules, "Closures to decide");
        await Opens(maya, "/supervision/cases?closing=true", "Closures to decide");
        var line = jules.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = number });
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = number }).GetByRole(AriaRole.Button)).ToBeDisabledAsync();

        await line.GetByRole(AriaRole.Button, new() { Name = "Decide…" }).ClickAsync();
        await Assertions.Expect(jules.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("The invoices are genuine.");
        await jules.Page.GetByLabel("Remark, or what is missing").FillAsync("Agreed: nothing remains.");
        await jules.Page.GetByRole(AriaRole.Button, new() { Name = "Approve and close" }).ClickAsync();

        await Assertions.Expect(line).ToHaveCountAsync(0);
        await maya.Goes($"/cases/{number}", "Lantern imports");
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Main).GetByText("Closed").First).ToBeVisibleAsync();
        jules.IsContent();
        maya.IsContent();
    }

    [Fact]
    public async Task A_task_is_moved_from_who_has_most_to_do_and_the_reason_is_kept()
    {
        var title = "Ask the carrier for its ledger";
        await ATaskIsGivenToTheo(title);
        await using var jules = await site.Open("Jules Bédard");
        await jules.Goes("/supervision", "Supervision");

        await OpensTheCount(jules, "Theo Lang (OPS)");
        await jules.Page.GetByRole(AriaRole.Button, new() { Name = $"Move: {title}" }).ClickAsync();
        await jules.Page.GetByRole(AriaRole.Combobox, new() { Name = "Give it to" }).ClickAsync();
        await jules.Page.GetByRole(AriaRole.Option, new() { Name = "Maya Roy" }).ClickAsync();
        await jules.Page.GetByLabel("Why").FillAsync("Theo has the sites to watch.");
        await jules.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();

        await Assertions.Expect(jules.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = title })).ToHaveCountAsync(0);
        using var maya = await Api.As(site.Address, "CFP", "maya.roy");
        var task = (await maya.Ask("query($title: String!) { tasks(where: { title: { eq: $title } }) { nodes { assignee { name } history { reason } } } }", new { title }))["tasks"]!["nodes"]![0]!;
        Assert.Equal("Maya Roy", task["assignee"]!["name"]!.GetValue<string>());
        Assert.Contains("Theo has the sites to watch.", task["history"]!.AsArray().Select(change => change!["reason"]?.GetValue<string>()));
        jules.IsContent();
    }

    [Fact]
    public async Task En_français_chaque_nombre_mène_à_sa_liste_et_montre_sa_requête()
    {
        await using var jules = await site.Open("Jules Bédard", "fr-CA");
        await jules.Goes("/supervision", "Supervision");

        await jules.Page.GetByRole(AriaRole.Button, new() { NameRegex = TheQuery() }).ClickAsync();
        await Assertions.Expect(jules.Page.GetByText("caseFigures(by: STAGE)")).ToBeVisibleAsync();
        await jules.Page.Keyboard.PressAsync("Escape");
        await OpensTheCount(jules, "Enquête");

        await jules.Sees("Étape : Enquête");
        await Assertions.Expect(jules.Page.GetByRole(AriaRole.Link, new() { Name = "NG-2026-014" })).ToBeVisibleAsync();
        jules.IsContent();
    }

    [Fact]
    public async Task Who_is_on_no_case_counts_nothing()
    {
        await using var novak = await site.Open("A. Novak");
        await novak.Goes("/supervision", "Supervision");

        await Assertions.Expect(novak.Page.GetByText("Nothing to count.")).ToHaveCountAsync(12);
        await Assertions.Expect(novak.Page.GetByRole(AriaRole.Link, new() { NameRegex = Counted() })).ToHaveCountAsync(7);
        foreach (var tile in await novak.Page.GetByRole(AriaRole.Link, new() { NameRegex = Counted() }).AllInnerTextsAsync())
            Assert.Equal("0", tile.Trim());
        await novak.Goes("/supervision/cases?by=STAGE&key=INVESTIGATION", "Cases");
        await Assertions.Expect(novak.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "0 records" })).ToBeVisibleAsync();
        novak.IsContent();
    }

    // Presses a number and finds as many behind it.
    private static async Task OpensTheCount(Person person, string label)
    {
        var link = person.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^{Regex.Escape(label)}\\s?: \\d+,") });
        var count = int.Parse((await link.InnerTextAsync()).Trim(), CultureInfo.InvariantCulture);
        Assert.InRange(count, 1, 30);
        await link.ClickAsync();
        await Assertions.Expect(person.Page.Locator("tbody tr")).ToHaveCountAsync(count);
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = $"{count} " })).ToBeVisibleAsync();
    }

    private static Task Opens(Person person, string path, string heading) => person.Goes(path, heading);

    private async Task<string> AClosureIsProposed(string title)
    {
        using var maya = await Api.As(site.Address, "CFP", "maya.roy");
        var opened = await ACase(maya, title);
        await maya.Act("proposeClosure", new { @case = Id(opened), version = 1, outcome = "NO_FURTHER_ACTION", reason = "The invoices are genuine." }, "version");
        return opened["number"]!.GetValue<string>();
    }

    private async Task ATaskIsGivenToTheo(string title)
    {
        using var maya = await Api.As(site.Address, "CFP", "maya.roy");
        var theo = (await maya.Ask("""{ officers(where: { name: { eq: "Theo Lang" } }) { nodes { id } } }"""))["officers"]!["nodes"]![0]!;
        var opened = await ACase(maya, "Carrier", new { officer = Id(theo), role = "INVESTIGATOR" });
        await maya.Act("createTask", new { @case = Id(opened), title, assignee = Id(theo), due = new { at = "2026-01-18T20:00", zone = "America/Toronto" } }, "task { id }");
    }

    // Of the task force, so that its supervisor reads it.
    private static async Task<JsonNode> ACase(Api maya, string title, params object[] team)
    {
        var force = (await maya.Ask("{ taskForces(first: 1) { nodes { id } } }"))["taskForces"]!["nodes"]![0]!;
        var input = new { title, summary = "A line that may lead nowhere.", taskForce = Id(force), audience = "TASK_FORCE", team };
        return (await maya.Act("openCase", input, "case { id number }"))["case"]!;
    }

    private static string Id(JsonNode record) => record["id"]!.GetValue<string>();

    [GeneratedRegex("^La requête derrière.*Dossiers.*Étape$")]
    private static partial Regex TheQuery();

    [GeneratedRegex(@": \d+, open the list$")]
    private static partial Regex Counted();
}
