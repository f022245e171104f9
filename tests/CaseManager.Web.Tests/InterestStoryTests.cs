using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>Elena Cruz asks in general terms. Piet de Vries holds something, is told, and turns to her; until then her page says nothing.</summary>
[Collection(Northgate.Name)]
public sealed class InterestStoryTests(Site site)
{
    [Theory]
    [InlineData("en", "fr", "quillbark")]
    [InlineData("fr", "en", "quillmoss")]
    public async Task Who_asks_hears_of_it_only_when_somebody_turns_to_her(string language, string other, string word)
    {
        var (say, his) = (Words.Of(language), Words.Of(other));
        await using var elena = await site.Open("Elena Cruz", say.Locale);
        await using var piet = await site.Open("Piet de Vries", his.Locale);
        await Holds(word);

        await elena.Goes("/interests", say["interests.title"]);
        await elena.Page.Keyboard.PressAsync("n");
        await elena.Dialog.GetByLabel(say["interests.words"]).FillAsync($"{word} broker, HS 2933.39");
        await elena.Dialog.GetByLabel(say["interests.purpose"]).FillAsync("Consignments through our port");
        await elena.Dialog.GetByRole(AriaRole.Button, new() { Name = say["interests.declareIt"], Exact = true }).ClickAsync();
        await Expect(elena.Row(word)).ToContainTextAsync(say["interests.nothing"]);
        await Expect(elena.Page.Locator(".band").First).ToHaveTextAsync("TLP:RED");

        // It waits among what he has to do, and leads to where it is answered.
        await piet.Page.GotoAsync("/");
        var waits = piet.Page.Locator(".wait").Filter(new() { HasText = word });
        await Expect(waits).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await waits.GetByRole(AriaRole.Link).Last.ClickAsync();
        await piet.Sees(his["interests.title"]);
        var match = piet.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = word });
        await Expect(match).ToContainTextAsync("Elena Cruz");
        await Expect(match).ToContainTextAsync("Consignments through our port");
        await Expect(elena.Row(word)).ToContainTextAsync(say["interests.nothing"]);

        await match.GetByRole(AriaRole.Button).First.ClickAsync();
        await piet.Dialog.GetByLabel(his["interests.message.CONTACT"]).FillAsync("We have a file. Call the desk.");
        await piet.Dialog.GetByRole(AriaRole.Button, new() { Name = his["interests.answer.CONTACT"], Exact = true }).ClickAsync();
        await Expect(match).ToContainTextAsync(his["interests.answered.CONTACT"]);

        // Her open page says it by itself.
        await Expect(elena.Row(word)).ToContainTextAsync("We have a file. Call the desk.");
        await Expect(elena.Row(word)).ToContainTextAsync("Piet de Vries");
        await elena.Row(word).GetByRole(AriaRole.Button).ClickAsync();
        await elena.Dialog.GetByRole(AriaRole.Button, new() { Name = say["interests.withdraw"], Exact = true }).ClickAsync();
        await Expect(elena.Row(word)).ToContainTextAsync(say["interests.withdrawn"]);
        elena.IsContent();
        piet.IsContent();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Who_oversees_asks_who_could_see_a_record_and_who_did(string language)
    {
        var say = Words.Of(language);
        await using var jules = await site.Open("Jules Bédard", say.Locale);
        await jules.Goes("/exposure", say["exposure.title"]);
        await jules.Page.GetByLabel(say["exposure.number"]).FillAsync("NG-2026-014");
        await jules.Page.Keyboard.PressAsync("Enter");
        await Expect(jules.Row("Maya Roy")).ToContainTextAsync(say["role.PRIMARY_INVESTIGATOR"]);
        await Expect(jules.Page.Locator(".band").First).ToHaveTextAsync("TLP:RED");
        Assert.Contains("number=NG-2026-014", jules.Page.Url, StringComparison.Ordinal);

        await jules.Page.GetByLabel(say["exposure.number"]).FillAsync("NG-2026-999");
        await jules.Page.Keyboard.PressAsync("Enter");
        await Expect(jules.Page.GetByText(say["exposure.none"])).ToBeVisibleAsync();
        await Expect(jules.Page.Locator(".band").First).ToHaveTextAsync(say["marking.none"]);
        jules.IsContent();
    }

    private async Task Holds(string word)
    {
        using var api = await Api.As(site.Address, "NLFI", "piet.devries");
        var opened = (await api.Act("openCase", new { title = $"Broker {word}", summary = "For the team alone." }, "case { id }"))["case"]!["id"]!.GetValue<string>();
        var occurred = new { zone = "Europe/Amsterdam", at = "2026-04-18T20:00" };
        await api.Act("recordTimelineEntry", new { @case = opened, text = "Bill of lading shows HS 2933.39 for the drums.", occurred }, "version");
    }
}
