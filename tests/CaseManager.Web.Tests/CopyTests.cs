using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>What is copied from a page carries the marking of that page to wherever it is put.</summary>
[Collection(Northgate.Name)]
public sealed class CopyTests(Site site)
{
    [Theory]
    [InlineData("en", "[Copied from CaseManager under TLP:AMBER]")]
    [InlineData("fr", "[Copié de CaseManager sous TLP:AMBER]")]
    public async Task A_heading_taken_from_a_case_comes_with_its_marking(string language, string foot)
    {
        await using var maya = await Reader("Maya Roy", language);
        await maya.Goes("/cases/NG-2026-014", "Halden");
        await Expect(maya.Page.Locator(".band").First).ToContainTextAsync("TLP:AMBER");

        await maya.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync(new() { ClickCount = 3 });
        var copied = await Copied(maya);

        Assert.StartsWith("[TLP:AMBER] ", copied, StringComparison.Ordinal);
        Assert.Contains("Halden", copied, StringComparison.Ordinal);
        Assert.EndsWith(foot, copied, StringComparison.Ordinal);
        maya.IsContent();
    }

    [Fact]
    public async Task What_one_types_oneself_is_copied_as_it_stands()
    {
        await using var maya = await Reader("Maya Roy", "en");
        await maya.Goes("/cases/NG-2026-014/timeline", "Halden");
        await Expect(maya.Page.Locator(".band").First).ToContainTextAsync("TLP:AMBER");

        await maya.Field("Filter the timeline").FillAsync("van");
        await maya.Page.Keyboard.PressAsync("Control+a");

        Assert.Equal("van", await Copied(maya));
    }

    private async Task<Person> Reader(string name, string language)
    {
        var person = await site.Open(name, language);
        await person.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        return person;
    }

    private static async Task<string> Copied(Person person)
    {
        await person.Page.Keyboard.PressAsync("Control+c");
        return await person.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
    }
}
