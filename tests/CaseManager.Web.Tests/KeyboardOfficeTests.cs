using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>The day's work of a supervisor and of a custodian, from the sign-in page on, without a pointer.</summary>
[Collection(Northgate.Name)]
public sealed partial class KeyboardOfficeTests(Site site)
{
    [Fact]
    public async Task A_supervisor_follows_a_number_reads_its_query_and_closes_a_case()
    {
        var number = await AClosureIsProposed();
        await using var jules = await site.Arrive();
        var hands = await Hands.SignIn(jules, "Jules Bédard");
        await hands.Press("g", "s");
        await jules.Sees("Supervision");

        await hands.Push("The query behind: Closures to decide");
        await Expect(jules.Page.GetByText("closureProposedAt")).ToBeVisibleAsync();
        await hands.Reach(AriaRole.Link, "Open in GraphiQL");
        await hands.Press("Escape");
        await Expect(jules.Page.GetByText("closureProposedAt")).ToHaveCountAsync(0);
        await hands.IsBack();
        await hands.Reach(jules.Page.GetByRole(AriaRole.Link, new() { NameRegex = Closures() }), "the number of closures");
        await hands.Press("Enter");
        await jules.Sees("Closures to decide");
        await hands.IsBack();
        await hands.Reach(jules.Row(number).GetByRole(AriaRole.Button, new() { Name = "Decide…" }), $"the button of {number}");
        await hands.Press("Enter");
        await Expect(jules.Page.GetByLabel("Remark, or what is missing")).ToBeFocusedAsync();
        await hands.Press("Escape");
        await hands.IsBack();
        await hands.Reach(jules.Row(number).GetByRole(AriaRole.Button, new() { Name = "Decide…" }), $"the button of {number}");
        await hands.Press("Enter");
        await Expect(jules.Page.GetByLabel("Remark, or what is missing")).ToBeFocusedAsync();
        await hands.Type("Nothing remains.");
        await hands.Push("Approve and close");
        await Expect(jules.Row(number)).ToHaveCountAsync(0);
        await hands.IsBack();

        await hands.Go(number, $"{number} Keys and locks");
        await jules.Sees(number);
        await hands.Reach(AriaRole.Button, "Reopen");
        jules.IsContent();
    }

    [Fact]
    public async Task A_custodian_takes_in_offers_takes_back_and_reseals()
    {
        var number = await ACaseOfBothStores();
        await using var nadia = await site.Arrive();
        var hands = await Hands.SignIn(nadia, "Nadia Haddad");
        await hands.Go(number, $"{number} Keys and cash");
        await nadia.Sees(number);
        await hands.Reach(AriaRole.Tab, "Overview");
        await hands.Press("ArrowRight", "ArrowRight");
        await Expect(nadia.Link("Record a seizure")).ToBeVisibleAsync();
        await hands.Press("n");
        await hands.Push("Cash");
        await hands.Fill("Description", "A shoebox of banknotes");
        await hands.Push("Next");
        await hands.Fill("Place", "Store A, counter");
        await hands.Push("Next");
        await hands.Push("Found");
        await hands.Push("Next");
        await hands.Fill("Number on the seal", "CFP-300");
        await hands.Push("Next");
        await hands.Push("Record");
        await hands.Push("Hand it over", AriaRole.Link);
        await hands.Choose("To whom", "Piet", "Piet de Vries (NLFI)");
        await hands.Fill("Seal as it leaves", "CFP-300");
        await hands.Fill("Reason", "To be counted by two");
        await hands.Push("Offer");
        await Expect(nadia.Page.GetByText("You offered it to Piet de Vries")).ToBeVisibleAsync();
        await hands.IsBack();

        await hands.Press("w");
        await hands.Fill("Reason", "Piet is in Rotterdam");
        await hands.Push("Withdraw the offer");
        var chain = nadia.Page.GetByRole(AriaRole.Region, new() { Name = "Chain of custody" });
        await Expect(chain).ToContainTextAsync("Piet is in Rotterdam");
        await hands.IsBack();
        await hands.Press("s");
        await hands.Fill("Number of the new seal", "CFP-301");
        await hands.Fill("Reason", "Counted, and closed again");
        await hands.Push("Reseal");
        await Expect(chain).ToContainTextAsync("Seal CFP-300 broken, CFP-301 put on by Nadia Haddad");
        await hands.IsBack();
        nadia.IsContent();
    }

    private async Task<string> AClosureIsProposed()
    {
        using var maya = await Api.As(site.Address, "CFP", "maya.roy");
        var opened = await ACase(maya, "Keys and locks", "SUPERVISOR", "Jules Bédard");
        var proposal = new { @case = opened["id"]!.GetValue<string>(), version = opened["version"]!.GetValue<long>(), outcome = "UNFOUNDED", reason = "The keys fit no lock." };
        await maya.Act("proposeClosure", proposal, "version");
        return opened["number"]!.GetValue<string>();
    }

    private async Task<string> ACaseOfBothStores()
    {
        using var maya = await Api.As(site.Address, "CFP", "maya.roy");
        return (await ACase(maya, "Keys and cash", "EXHIBIT_CUSTODIAN", "Nadia Haddad", "Piet de Vries"))["number"]!.GetValue<string>();
    }

    private static async Task<JsonNode> ACase(Api maya, string title, string role, params string[] beside)
    {
        var found = (await maya.Ask("query($names: [String!]!) { officers(where: { name: { in: $names } }) { nodes { id } } }", new { names = beside }))["officers"]!["nodes"]!.AsArray();
        var team = found.Select(officer => new { officer = officer!["id"]!.GetValue<string>(), role });
        return (await maya.Act("openCase", new { title, summary = "Without a pointer.", team }, "case { id number version }"))["case"]!;
    }

    [GeneratedRegex("^Closures to decide: ")]
    private static partial Regex Closures();
}
