using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>How one likes the app, and where one reads how it works: in either language.</summary>
[Collection(Northgate.Name)]
public sealed class SettingsTests(Site site)
{
    [Theory]
    [InlineData("en", "fr")]
    [InlineData("fr", "en")]
    public async Task The_language_that_is_chosen_is_spoken_at_once_and_the_next_time(string language, string other)
    {
        var (say, then) = (Words.Of(language), Words.Of(other));
        await using var theo = await site.Open("Theo Lang", say.Locale);
        await theo.Goes("/settings", say["nav.settings"]);

        await theo.Page.GetByRole(AriaRole.Radio, new() { Name = other == "fr" ? "Français" : "English" }).ClickAsync();

        await theo.Sees(then["nav.settings"]);
        Assert.Equal(other, await theo.Page.EvaluateAsync<string>("document.documentElement.lang"));
        await theo.Page.ReloadAsync();
        await theo.Sees(then["nav.settings"]);
        theo.IsContent();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Single_keys_that_are_switched_off_do_nothing_and_those_with_control_still_do(string language)
    {
        var say = Words.Of(language);
        await using var maya = await site.Open("Maya Roy", say.Locale);
        await maya.Page.Keyboard.PressAsync("c");
        await Expect(maya.Dialog).ToContainTextAsync(say["quick.title"]);
        await maya.Page.Keyboard.PressAsync("Escape");
        await maya.Goes("/settings", say["nav.settings"]);

        await maya.Page.GetByRole(AriaRole.Switch, new() { Name = say["keys.single"] }).UncheckAsync();
        await maya.Goes("/", say["nav.myDay"]);
        await maya.Page.Keyboard.PressAsync("c");
        await maya.Page.Keyboard.PressAsync("?");
        await maya.Page.Keyboard.PressAsync("Control+k");

        // The last key was heard, so the two before it were too.
        await Expect(maya.Dialog).ToHaveCountAsync(1);
        await Expect(maya.Dialog.GetByRole(AriaRole.Button, new() { Name = say["shell.signOut"] })).ToBeVisibleAsync();
        maya.IsContent();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task At_night_the_page_is_red_on_black_and_stays_so(string language)
    {
        var say = Words.Of(language);
        await using var maya = await site.Open("Maya Roy", say.Locale);
        await maya.Goes("/settings", say["nav.settings"]);

        await maya.Page.GetByRole(AriaRole.Radio, new() { Name = say["settings.scheme.night"] }).CheckAsync();
        await maya.Page.ReloadAsync();
        await maya.Sees(say["nav.settings"]);

        await Expect(maya.Page.GetByRole(AriaRole.Radio, new() { Name = say["settings.scheme.night"] })).ToBeCheckedAsync();
        var picture = await maya.Page.ScreenshotAsync(new() { Path = Shots.Name($"{language}-night", "/settings") });
        var (red, others) = await Brightest(maya, picture);
        Assert.True(red > 100 && others < 10, $"red {red}, others {others}");
        maya.IsContent();
    }

    [Theory]
    [InlineData("en", "seal", "weather forecast")]
    [InlineData("fr", "scellé", "météo marine")]
    public async Task The_help_is_found_by_its_words_and_leads_to_something_to_try(string language, string word, string nowhere)
    {
        var say = Words.Of(language);
        await using var maya = await site.Open("Maya Roy", say.Locale);
        await maya.Goes("/help", say["nav.help"]);

        await maya.Field(say["help.find"]).FillAsync(nowhere);
        await Expect(maya.Page.GetByText(say["help.none"])).ToBeVisibleAsync();
        await maya.Field(say["help.find"]).FillAsync(word);
        await Expect(maya.Page.GetByRole(AriaRole.Region, new() { Name = say["help.custody.title"] })).ToBeVisibleAsync();
        await Expect(maya.Page.GetByRole(AriaRole.Region, new() { Name = say["help.board.title"] })).ToHaveCountAsync(0);
        await maya.Field(say["help.find"]).FillAsync("");
        await maya.Link(say["help.tourCase", ("title", "Halden")]).ClickAsync();

        await maya.Sees("Halden");
        maya.IsContent();
    }

    // The strongest red of the picture, and the strongest of anything else, 0 to 255.
    private static async Task<(int Red, int Others)> Brightest(Person person, byte[] picture)
    {
        var bare = await person.Page.Context.NewPageAsync();
        var found = await bare.EvaluateAsync<int[]>("""
            async (png) => {
              const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (c) => c.charCodeAt(0))], { type: 'image/png' }));
              const paper = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
              paper.drawImage(picture, 0, 0);
              const points = paper.getImageData(0, 0, picture.width, picture.height).data;
              let red = 0, others = 0;
              for (let at = 0; at < points.length; at += 4) [red, others] = [Math.max(red, points[at]), Math.max(others, points[at + 1], points[at + 2])];
              return [red, others];
            }
            """, Convert.ToBase64String(picture));
        return (found[0], found[1]);
    }
}
