using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>Nadia Haddad takes a thing in evidence and hands it to Piet de Vries, who reads another language and looks at the seal himself.</summary>
[Collection(Northgate.Name)]
public sealed class CustodianStoryTests(Site site)
{
    [Theory]
    [InlineData("en", "fr")]
    [InlineData("fr", "en")]
    public async Task From_the_intake_to_a_sheet_of_paper_that_tells_it_all(string language, string other)
    {
        var (say, his) = (Words.Of(language), Words.Of(other));
        var number = await ACaseOfBothStores($"Store {language}");
        await using var nadia = await site.Open("Nadia Haddad", say.Locale);
        await using var piet = await site.Open("Piet de Vries", his.Locale);
        await nadia.Goes($"/cases/{number}/evidence", number);
        await TakesIn(nadia, say, "A sealed drum, half full.", "NLF-100");
        await Expect(nadia.Page.GetByText($"{number}/E-1")).ToBeVisibleAsync();
        await nadia.Link(say["intake.offerNow"]).ClickAsync();
        await Offers(nadia, say, "NLF-100");

        // What he reads off the seal is not what is on record: he does not take it.
        await Answers(piet, his, $"{number}/E-1");
        await piet.Dialog.GetByLabel(his["exhibit.sealSeen"]).FillAsync("NLF-700");
        await piet.Dialog.GetByRole(AriaRole.Button, new() { Name = his["exhibit.act.accept"], Exact = true }).ClickAsync();
        await Expect(piet.Dialog).ToContainTextAsync(his["refusal.exhibit.seal-mismatch"]);
        await piet.Dialog.GetByRole(AriaRole.Button, new() { Name = his["exhibit.refuseInstead"] }).ClickAsync();
        await piet.Dialog.GetByLabel(his["exhibit.reason"]).FillAsync("The first digit differs");
        await piet.Dialog.GetByLabel(his["exhibit.sealSeen"]).FillAsync("NLF-700");
        await piet.Dialog.GetByRole(AriaRole.Button, new() { Name = his["exhibit.act.refuse"], Exact = true }).ClickAsync();
        var chain = nadia.Page.GetByRole(AriaRole.Region, new() { Name = say["exhibit.chain"] });
        await Expect(chain).ToContainTextAsync("The first digit differs");
        await Expect(chain).ToContainTextAsync(say["exhibit.sealOfferedSeen", ("seal", "NLF-100"), ("seen", "NLF-700")]);

        await Reseals(nadia, say, "NLF-101");
        await Expect(chain).ToContainTextAsync(say["exhibit.resealed", ("was", "NLF-100"), ("is", "NLF-101"), ("name", "Nadia Haddad")]);
        await nadia.Button($"{say["exhibit.act.offer"]}…").ClickAsync();
        await Offers(nadia, say, "NLF-101");
        await Answers(piet, his, $"{number}/E-1");
        await piet.Dialog.GetByLabel(his["exhibit.sealSeen"]).FillAsync("NLF-101");
        await piet.Dialog.GetByRole(AriaRole.Button, new() { Name = his["exhibit.act.accept"], Exact = true }).ClickAsync();

        await Expect(chain).ToContainTextAsync(say["exhibit.handedTo", ("name", "Piet de Vries")]);
        await Expect(nadia.Button($"{say["exhibit.act.offer"]}…")).ToHaveCountAsync(0);
        await Expect(piet.Page.GetByRole(AriaRole.Region, new() { Name = his["exhibit.chain"] })).ToContainTextAsync(his["exhibit.agencyChange", ("from", "CFP"), ("to", "NLFI")]);
        await PrintsTheSheet(piet, his);
        nadia.IsContent();
        piet.IsContent();
    }

    private static async Task TakesIn(Person nadia, Words say, string what, string seal)
    {
        await nadia.Link(say["exhibits.seize"]).ClickAsync();
        await nadia.Button(say["exhibitKind.EQUIPMENT"]).ClickAsync();
        await nadia.Field(say["exhibit.description"]).FillAsync(what);
        await nadia.Button(say["intake.next"]).ClickAsync();
        await nadia.Field(say["intake.place"]).FillAsync("Store A, gate 2");
        await nadia.Button(say["intake.next"]).ClickAsync();
        await nadia.Button(say["authorityKind.FOUND"]).ClickAsync();
        await nadia.Button(say["intake.next"]).ClickAsync();
        await nadia.Field(say["intake.seal"]).FillAsync(seal);
        await nadia.Button(say["intake.next"]).ClickAsync();
        await nadia.Button(say["intake.record"]).ClickAsync();
    }

    private static async Task Offers(Person nadia, Words say, string seal)
    {
        await nadia.Choose(say["exhibit.to"], "Piet", "Piet de Vries (NLFI)");
        await nadia.Dialog.GetByLabel(say["exhibit.sealLeaves"]).FillAsync(seal);
        await nadia.Dialog.GetByLabel(say["exhibit.reason"]).FillAsync("To Rotterdam under MLA-4");
        await nadia.Dialog.GetByRole(AriaRole.Button, new() { Name = say["exhibit.act.offer"], Exact = true }).ClickAsync();
        await Expect(nadia.Dialog).ToHaveCountAsync(0);
    }

    // From what waits for him.
    private static async Task Answers(Person piet, Words his, string exhibit)
    {
        await piet.Goes("/", his["nav.myDay"]);
        await piet.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = exhibit }).GetByRole(AriaRole.Link, new() { Name = his["answer.exhibit.custody-to-accept"] }).ClickAsync();
        await Expect(piet.Dialog).ToContainTextAsync(his["exhibit.acceptTitle", ("number", exhibit)]);
    }

    private static async Task Reseals(Person nadia, Words say, string seal)
    {
        await nadia.Page.Keyboard.PressAsync("s");
        await nadia.Dialog.GetByLabel(say["exhibit.newSeal"]).FillAsync(seal);
        await nadia.Dialog.GetByLabel(say["exhibit.reason"]).FillAsync("The bag was torn");
        await nadia.Dialog.GetByRole(AriaRole.Button, new() { Name = say["exhibit.act.reseal"], Exact = true }).ClickAsync();
        await Expect(nadia.Dialog).ToHaveCountAsync(0);
    }

    private static async Task PrintsTheSheet(Person piet, Words his)
    {
        await piet.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(piet.Page.GetByText($"{his["exhibit.sheet"]} ·")).ToBeVisibleAsync();
        await Expect(piet.Page.GetByText(his["exhibit.signature"])).ToHaveCountAsync(2);
        foreach (var told in new[] { "NLF-700", "NLF-101", "The bag was torn", "MLA-4", "Piet de Vries" })
            await Expect(piet.Page.GetByText(told).Locator("visible=true").First).ToBeVisibleAsync();
        await Expect(piet.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
    }

    // Nadia keeps CFP's store, Piet that of NLFI.
    private async Task<string> ACaseOfBothStores(string title)
    {
        using var maya = await Api.As(site.Address, "CFP", "maya.roy");
        var found = (await maya.Ask("""{ officers(where: { name: { in: ["Nadia Haddad", "Piet de Vries"] } }) { nodes { id } } }"""))["officers"]!["nodes"]!.AsArray();
        var team = found.Select(one => new { officer = one!["id"]!.GetValue<string>(), role = "EXHIBIT_CUSTODIAN" });
        return (await maya.Act("openCase", new { title, summary = "Drums come by road.", team }, "case { number }"))["case"]!["number"]!.GetValue<string>();
    }
}
