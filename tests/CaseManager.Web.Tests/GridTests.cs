using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>Lists as Maya Roy likes them: which columns, in which order.</summary>
[Collection(Northgate.Name)]
public sealed class GridTests(Site site)
{
    [Fact]
    public async Task A_column_she_hides_stays_hidden_until_she_puts_all_back()
    {
        await using var maya = await site.Open("Maya Roy");
        await maya.Goes("/cases", "Cases");
        await Expect(Head(maya, "Priority")).ToBeVisibleAsync();

        await Button(maya, "Columns").ClickAsync();
        await maya.Page.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = "Priority" }).ClickAsync();
        await maya.Page.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = "Opened" }).ClickAsync();
        await Expect(Head(maya, "Priority")).ToHaveCountAsync(0);
        await maya.Page.ReloadAsync();

        await Expect(Head(maya, "Opened")).ToBeVisibleAsync();
        await Expect(Head(maya, "Priority")).ToHaveCountAsync(0);
        await Button(maya, "Columns").ClickAsync();
        await maya.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Columns as at first" }).ClickAsync();
        await Expect(Head(maya, "Priority")).ToBeVisibleAsync();
        await Expect(Head(maya, "Opened")).ToHaveCountAsync(0);
        maya.IsContent();
    }

    [Fact]
    public async Task The_order_she_chooses_is_in_the_link_she_passes_on()
    {
        await using var maya = await site.Open("Maya Roy");
        await using var nadia = await site.Open("Nadia Haddad");
        await maya.Goes("/exhibits", "Exhibits");

        await Button(maya, "Seal").ClickAsync();
        await Expect(Head(maya, "Seal")).ToHaveAttributeAsync("aria-sort", "ascending");
        await Button(maya, "Seal").ClickAsync();
        await Expect(maya.Page).ToHaveURLAsync(new Regex(@"[?&]sort=-seal$"));
        await nadia.Goes(new Uri(maya.Page.Url).PathAndQuery, "Exhibits");

        await Expect(Head(nadia, "Seal")).ToHaveAttributeAsync("aria-sort", "descending");
        var seals = await nadia.Page.Locator("tbody .mono").AllInnerTextsAsync();
        Assert.NotEqual(seals.Order(StringComparer.Ordinal), seals);
        Assert.Equal(seals.OrderDescending(StringComparer.Ordinal), seals);
        await Button(maya, "Seal").ClickAsync();
        await Expect(maya.Page).ToHaveURLAsync(new Regex("/exhibits$"));
        maya.IsContent();
        nadia.IsContent();
    }

    [Fact]
    public async Task En_français_le_clavier_suffit()
    {
        await using var maya = await site.Open("Maya Roy", "fr-CA");
        await maya.Goes("/cases", "Dossiers");

        await Button(maya, "Titre").FocusAsync();
        await maya.Page.Keyboard.PressAsync("Enter");
        await Expect(Head(maya, "Titre")).ToHaveAttributeAsync("aria-sort", "ascending");
        await Button(maya, "Colonnes").FocusAsync();
        await maya.Page.Keyboard.PressAsync("Enter");
        await Expect(maya.Page.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = "Titre" })).ToBeFocusedAsync();
        await maya.Page.Keyboard.PressAsync("ArrowDown");
        await maya.Page.Keyboard.PressAsync("Enter");
        await Expect(Head(maya, "Étape")).ToHaveCountAsync(0);
        await maya.Page.Keyboard.PressAsync("Escape");
        await Expect(Button(maya, "Colonnes")).ToBeFocusedAsync();

        await maya.Page.Keyboard.PressAsync("j");
        await Expect(maya.Page.Locator("tbody tr").First).ToBeFocusedAsync();
        var name = await maya.Page.GetByRole(AriaRole.Rowheader).First.InnerTextAsync();
        await maya.Page.Keyboard.PressAsync("Space");
        await Expect(maya.Page.GetByRole(AriaRole.Complementary, new() { Name = name })).ToBeVisibleAsync();
        await maya.Page.Keyboard.PressAsync("Enter");
        await maya.Sees(name);
        maya.IsContent();
    }

    [Fact]
    public async Task On_a_telephone_rows_are_cards_and_the_menu_has_the_order_too()
    {
        await using var maya = await site.Open("Maya Roy", width: 360);
        await maya.Goes("/exhibits", "Exhibits");
        await Expect(maya.Page.GetByRole(AriaRole.Rowheader).First).ToBeVisibleAsync();
        Assert.Equal(360, await maya.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await Button(maya, "Columns").ClickAsync();
        await maya.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Seal, falling" }).ClickAsync();

        await Expect(maya.Page).ToHaveURLAsync(new Regex(@"[?&]sort=-seal$"));
        maya.IsContent();
    }

    [Fact]
    public async Task Paper_shows_the_columns_she_chose_and_nothing_to_press()
    {
        await using var maya = await site.Open("Maya Roy", width: 720);
        await maya.Goes("/exhibits", "Exhibits");

        await maya.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(Head(maya, "Place")).ToBeVisibleAsync();
        await Expect(Button(maya, "Columns")).ToBeHiddenAsync();
        await Expect(Button(maya, "Views")).ToBeHiddenAsync();
        maya.IsContent();
    }

    private static ILocator Head(Person person, string name) => person.Page.GetByRole(AriaRole.Columnheader, new() { Name = name, Exact = true });

    private static ILocator Button(Person person, string name) => person.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
