using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>Nadia Haddad keeps store A; Piet de Vries keeps Rotterdam's, and reads French; Theo Lang seizes.</summary>
[Collection(Northgate.Name)]
public sealed class CustodianTests(Site site)
{
    [Fact]
    public async Task Its_facts_stand_as_they_do_by_its_address_when_one_comes_from_its_case()
    {
        const string where = "[...document.querySelectorAll('.exhibit dl dd')].map((one) => one.getBoundingClientRect()).map((box) => [box.left, box.right])";
        await using var nadia = await site.Open("Nadia Haddad");
        await nadia.Goes("/cases/NG-2026-014", "Halden");
        await nadia.Tab(Words.Of("en")["cases.tab.evidence"]);
        await nadia.Link("E-12").ClickAsync();
        await nadia.Sees("NG-2026-014/E-12");
        var come = await nadia.Page.EvaluateAsync<double[][]>(where);
        await nadia.Opens(new Uri(nadia.Page.Url).AbsolutePath);

        Assert.NotEmpty(come);
        Assert.Equal(await nadia.Page.EvaluateAsync<double[][]>(where), come);
    }

    [Fact]
    public async Task An_offer_made_in_one_browser_is_accepted_in_the_other_and_both_chains_tell_it()
    {
        await using var nadia = await site.Open("Nadia Haddad");
        await using var piet = await site.Open("Piet de Vries", "fr-CA");
        await nadia.Page.GotoAsync("/cases/NG-2026-014/evidence");
        await Exhibit(nadia, "E-5");
        await piet.Goes("/", "Ma journée");

        await nadia.Page.Keyboard.PressAsync("o");
        await Choose(nadia, "To whom", "Piet", "Piet de Vries (NLFI)");
        await Field(nadia, "Seal as it leaves").FillAsync("ops-55090");
        await Field(nadia, "Reason").FillAsync("To Rotterdam under MLA-4");
        await Button(nadia, "Offer").ClickAsync();

        var asked = piet.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "NG-2026-014/E-5" });
        await Assertions.Expect(asked).ToContainTextAsync("Accepter la pièce");
        await Assertions.Expect(piet.Page.GetByRole(AriaRole.Navigation)).ToContainTextAsync("1");
        await asked.GetByRole(AriaRole.Link, new() { Name = "Répondre" }).ClickAsync();
        await Field(piet, "Scellé tel que vous le voyez").FillAsync("OPS-55090");
        await Field(piet, "Remarque").FillAsync("Scellé intact");
        await Button(piet, "Accepter").ClickAsync();

        foreach (var (person, said) in new[] { (nadia, "Handed over to Piet de Vries"), (piet, "Remise à Piet de Vries") })
        {
            var last = person.Page.Locator(".chain > li").Last;
            await Assertions.Expect(last).ToContainTextAsync(said);
            await Assertions.Expect(last).ToContainTextAsync("NLFI");
            await Assertions.Expect(last).ToContainTextAsync("OPS-55090");
            await Assertions.Expect(last).ToContainTextAsync("Scellé intact");
            await Assertions.Expect(person.Page.Locator(".chain > li")).ToHaveCountAsync(3);
        }
        // Whose it no longer is may not hand it over again.
        await Assertions.Expect(nadia.Page.GetByRole(AriaRole.Button, new() { Name = "Offer" })).ToHaveCountAsync(0);
        await Assertions.Expect(piet.Page.GetByRole(AriaRole.Button, new() { Name = "Offrir" })).ToBeVisibleAsync();
        await nadia.Page.ScreenshotAsync(new() { Path = Path.Combine(Shots.Folder, "chain.png"), FullPage = true });
        nadia.IsContent();
        piet.IsContent();
    }

    [Fact]
    public async Task A_seal_that_differs_is_not_accepted_and_the_refusal_says_what_was_seen()
    {
        await using var nadia = await site.Open("Nadia Haddad", "fr-CA");
        await using var maya = await site.Open("Maya Roy");
        await nadia.Page.GotoAsync("/cases/NG-2026-014/evidence");
        await Exhibit(nadia, "E-1");
        await maya.Page.GotoAsync(new Uri(nadia.Page.Url).PathAndQuery);

        await Button(nadia, "Offrir…").ClickAsync();
        await Choose(nadia, "À qui", "Maya", "Maya Roy (CFP)");
        await Field(nadia, "Scellé au départ").FillAsync("CFP-77120");
        await Field(nadia, "Motif").FillAsync("Pour l’interrogatoire");
        await Button(nadia, "Offrir").ClickAsync();

        await Assertions.Expect(maya.Page.GetByText("Nadia Haddad offers you this exhibit")).ToBeVisibleAsync();
        await maya.Page.Keyboard.PressAsync("a");
        await Field(maya, "Seal as you see it").FillAsync("CFP-77129");
        await Button(maya, "Accept").ClickAsync();
        await Assertions.Expect(maya.Page.GetByText("The seal is not the one on record")).ToBeVisibleAsync();
        Assert.Equal("CFP-77129", await Field(maya, "Seal as you see it").InputValueAsync());
        await Button(maya, "Refuse it…").ClickAsync();
        await Field(maya, "Reason").FillAsync("The last digit differs");
        await Field(maya, "Seal as you see it").FillAsync("CFP-77129");
        await Button(maya, "Refuse").ClickAsync();

        foreach (var person in new[] { nadia, maya })
        {
            var refused = person.Page.Locator(".tried[data-outcome=REFUSED]");
            await Assertions.Expect(refused).ToContainTextAsync("The last digit differs");
            await Assertions.Expect(refused).ToContainTextAsync("CFP-77129");
            await Assertions.Expect(person.Page.Locator(".chain > li").Last).ToContainTextAsync("Nadia Haddad");
        }
        nadia.IsContent();
        maya.IsContent();
    }

    [Fact]
    public async Task Who_may_not_keep_exhibits_sees_no_button_and_who_is_not_on_the_case_no_record()
    {
        await using var amara = await site.Open("Amara Okafor");
        await using var novak = await site.Open("A. Novak");
        await amara.Goes("/cases/NG-2026-014/evidence", "Halden");
        await Assertions.Expect(amara.Page.GetByRole(AriaRole.Link, new() { Name = "Record a seizure" })).ToHaveCountAsync(0);
        await Exhibit(amara, "E-12");
        await Assertions.Expect(amara.Page.Locator(".chain > li").Last).ToContainTextAsync("Held by");
        foreach (var act in new[] { "Offer", "Accept", "Refuse", "Withdraw", "Reseal", "Correct" })
            await Assertions.Expect(amara.Page.GetByRole(AriaRole.Button, new() { Name = act })).ToHaveCountAsync(0);

        await novak.Page.GotoAsync(new Uri(amara.Page.Url).PathAndQuery);
        await Assertions.Expect(novak.Page.GetByText("There is no such page")).ToBeVisibleAsync();
        await novak.Page.GotoAsync("/exhibits");
        await Assertions.Expect(novak.Page.GetByText("No exhibit that you may see.")).ToBeVisibleAsync();
        amara.IsContent();
        novak.IsContent();
    }

    [Fact]
    public async Task A_seizure_is_recorded_at_the_scene_on_a_phone_and_survives_a_page_that_was_closed()
    {
        await using var theo = await site.Open("Theo Lang", "fr-CA", width: 360);
        await theo.Goes("/cases/NG-2026-014/evidence/new", "Halden");

        await Button(theo, "Substance").ClickAsync();
        await Field(theo, "Description").FillAsync("Baril bleu, à moitié plein");
        await theo.Page.ReloadAsync();
        await Assertions.Expect(Field(theo, "Description")).ToHaveValueAsync("Baril bleu, à moitié plein");
        await Button(theo, "Suivant").ClickAsync();
        await Field(theo, "Lieu").FillAsync("Unité 6, fond de l’entrepôt");
        await Button(theo, "Suivant").ClickAsync();
        await Button(theo, "Mandat de perquisition").ClickAsync();
        await Assertions.Expect(Button(theo, "Suivant")).ToBeDisabledAsync();
        await Field(theo, "Référence").FillAsync("W1");
        await Button(theo, "Suivant").ClickAsync();
        await Field(theo, "Numéro du scellé").FillAsync("ops-55200");
        await Button(theo, "Suivant").ClickAsync();
        await Assertions.Expect(theo.Page.GetByText("Baril bleu, à moitié plein")).ToBeVisibleAsync();
        Assert.Equal(360, await theo.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await theo.Page.ScreenshotAsync(new() { Path = Path.Combine(Shots.Folder, "intake-phone.png"), FullPage = true });
        await Button(theo, "Consigner").ClickAsync();

        await Assertions.Expect(theo.Page.GetByText("C’est consigné")).ToBeVisibleAsync();
        await theo.Page.GetByRole(AriaRole.Link, new() { Name = "Ouvrir la pièce" }).ClickAsync();
        await Assertions.Expect(theo.Page.Locator(".chain > li").Last).ToContainTextAsync("Saisie par Theo Lang");
        await Assertions.Expect(theo.Page.Locator(".exhibit-facts")).ToContainTextAsync("OPS-55200");
        theo.IsContent();
    }

    [Fact]
    public async Task Paper_shows_the_whole_chain_under_its_marking_and_nothing_to_press()
    {
        await using var nadia = await site.Open("Nadia Haddad");
        await nadia.Page.GotoAsync("/cases/NG-2026-014/evidence");
        await Exhibit(nadia, "E-20");

        await nadia.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(nadia.Page.GetByText("Continuity sheet ·")).ToBeVisibleAsync();
        await Assertions.Expect(nadia.Page.GetByText("Printed by Nadia Haddad")).ToBeVisibleAsync();
        await Assertions.Expect(nadia.Page.Locator(".chain > li:visible")).ToHaveCountAsync(3);
        await Assertions.Expect(nadia.Page.Locator(".band:visible").First).ToContainTextAsync("TLP:AMBER");
        await Assertions.Expect(nadia.Page.Locator("button:visible")).ToHaveCountAsync(0);
        nadia.IsContent();
    }

    private static async Task Exhibit(Person person, string item)
    {
        await person.Page.GetByRole(AriaRole.Link, new() { Name = item, Exact = true }).ClickAsync();
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(new Regex($"/{item}$"));
    }

    private static async Task Choose(Person person, string label, string typed, string chosen)
    {
        await person.Page.GetByRole(AriaRole.Combobox, new() { Name = label }).FillAsync(typed);
        await person.Page.GetByRole(AriaRole.Option, new() { Name = chosen }).ClickAsync();
    }

    private static ILocator Field(Person person, string label) => person.Page.GetByRole(AriaRole.Textbox, new() { Name = label });

    private static ILocator Button(Person person, string name) => person.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
