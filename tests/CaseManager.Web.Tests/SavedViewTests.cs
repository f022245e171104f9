using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>Nadia Haddad keeps a filter under a name, shares it with her agency, and takes it back.</summary>
[Collection(Northgate.Name)]
public sealed class SavedViewTests(Site site)
{
    [Theory]
    [InlineData("en", "fr")]
    [InlineData("fr", "en")]
    public async Task A_view_is_shared_with_the_agency_and_with_nobody_beyond_it(string language, string other)
    {
        var (say, hers) = (Words.Of(language), Words.Of(other));
        var (first, second) = ($"Cash {language}", $"Money {language}");
        await using var nadia = await site.Open("Nadia Haddad", say.Locale);
        await using var maya = await site.Open("Maya Roy", hers.Locale);
        await using var theo = await site.Open("Theo Lang", say.Locale);
        await nadia.Goes("/exhibits?kind=CASH", say["exhibits.title"]);

        await nadia.Button(say["views.title"]).ClickAsync();
        await Item(nadia, say["views.save"]).ClickAsync();
        await nadia.Dialog.GetByLabel(say["views.name"]).FillAsync(first);
        await nadia.Page.GetByRole(AriaRole.Combobox, new() { Name = say["views.whoSees"], Exact = true }).ClickAsync();
        await nadia.Page.GetByRole(AriaRole.Option, new() { Name = say["sharing.AGENCY"], Exact = true }).ClickAsync();
        await nadia.Button(say["views.saveIt"]).ClickAsync();
        await Expect(nadia.Dialog).ToHaveCountAsync(0);

        await maya.Goes("/exhibits", hers["exhibits.title"]);
        await maya.Button(hers["views.title"]).ClickAsync();
        await Item(maya, first).ClickAsync();
        await Expect(maya.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("kind=CASH"));
        await Expect(maya.Page.GetByRole(AriaRole.Combobox, new() { Name = hers["exhibits.head.kind"], Exact = true })).ToHaveValueAsync("CASH");
        await theo.Goes("/exhibits", say["exhibits.title"]);
        await theo.Button(say["views.title"]).ClickAsync();
        await Expect(Item(theo, say["views.save"])).ToBeVisibleAsync();
        await Expect(Item(theo, first)).ToHaveCountAsync(0);

        await nadia.Button(say["views.title"]).ClickAsync();
        await Item(nadia, say["views.keep"]).ClickAsync();
        await nadia.Button(say["views.rename", ("name", first)]).ClickAsync();
        await nadia.Field(say["views.name"]).FillAsync(second);
        await nadia.Button(say["views.saveIt"]).ClickAsync();
        await nadia.Button(say["views.remove", ("name", second)]).ClickAsync();
        await Expect(nadia.Dialog).Not.ToContainTextAsync(second);
        await Expect(nadia.Button(say["views.rename", ("name", first)])).ToHaveCountAsync(0);
        nadia.IsContent();
        maya.IsContent();
        theo.IsContent();
    }

    // Under a shared view stands whose it is.
    private static ILocator Item(Person person, string name) => person.Page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = name });
}
