using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>Maya Roy stands in the door with a telephone and takes a thing in evidence where she stands.</summary>
[Collection(Northgate.Name)]
public sealed class SeizedAtSiteTests(Site site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task What_is_taken_at_a_site_is_in_the_case_at_once_and_nobody_else_s_site_offers_it(string language)
    {
        var say = Words.Of(language);
        using var plan = await PlannedOperation.Of(site.Address, $"AGATE {language}");
        var (number, title) = await ACase($"Agate {language}");
        await using var maya = await site.Open("Maya Roy", say.Locale, width: 360);
        await using var amara = await site.Open("Amara Okafor", say.Locale);
        await amara.Goes($"/cases/{number}/evidence", title);
        await Expect(amara.Page.GetByText(say["exhibits.none"])).ToBeVisibleAsync();

        await maya.Goes($"/operations/{plan.Id}/site/{plan.Site("S1")}", "S1 Suspected lab");
        await maya.Button(say["site.seize"]).ClickAsync();
        await maya.Field(say["site.seizure.what"]).FillAsync("Glass flask, brown rest");
        await Expect(maya.Button(say["site.seizure.take"])).ToBeDisabledAsync();
        await Choice(maya, say["site.seizure.kind"]).SelectOptionAsync(new SelectOptionValue { Label = say["exhibitKind.EQUIPMENT"] });
        await maya.Field(say["site.seizure.seal"]).FillAsync("CFP-88001");
        await Choice(maya, say["site.seizure.under"]).SelectOptionAsync(new SelectOptionValue { Label = say["authorityKind.SEARCH_WARRANT"] });
        await maya.Field(say["site.seizure.reference"]).FillAsync("W-S1");
        await Choice(maya, say["site.seizure.case"]).SelectOptionAsync(new SelectOptionValue { Label = $"{number} {title}" });
        Assert.Equal(360, await maya.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await maya.Button(say["site.seizure.take"]).ClickAsync();
        // Nobody has let them go yet. What she typed stays until they are.
        await Expect(maya.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["refusal.site.not-gone"]);
        await plan.Goes();
        await Expect(maya.Page.GetByText(say["operationStatus.GO"], new() { Exact = true })).ToBeVisibleAsync();
        await maya.Button(say["site.seizure.take"]).ClickAsync();

        await Expect(maya.Page.GetByText(say["site.seized", ("number", $"{number}/E-1")])).ToBeVisibleAsync();
        await Expect(amara.Row("Glass flask, brown rest")).ToContainTextAsync("Maya Roy");
        await amara.Link("E-1").ClickAsync();
        await Expect(amara.Page.GetByRole(AriaRole.Main)).ToContainTextAsync($"AGATE {language}");
        await Expect(amara.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("CFP-88001");
        await amara.Goes($"/operations/{plan.Id}/site/{plan.Site("S2")}", "S2 Stash house");
        await Expect(amara.Page.GetByText(say["site.hint"])).ToBeVisibleAsync();
        await Expect(amara.Button(say["site.seize"])).ToHaveCountAsync(0);
        maya.IsContent();
        amara.IsContent();
    }

    private static ILocator Choice(Person person, string label) => person.Page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });

    // Led by Maya; Amara reads it.
    private async Task<(string Number, string Title)> ACase(string title)
    {
        using var maya = await Api.As(site.Address, "CFP", "maya.roy");
        var amara = (await maya.Ask("""{ officers(where: { name: { eq: "Amara Okafor" } }) { nodes { id } } }"""))["officers"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var opened = await maya.Act("openCase", new { title, summary = "What the doors hide.", team = new[] { new { officer = amara, role = "COORDINATOR" } } }, "case { number }");
        return (opened["case"]!["number"]!.GetValue<string>(), title);
    }
}
