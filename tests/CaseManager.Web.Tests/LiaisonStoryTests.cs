using System.Globalization;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>
/// Sanne Bakker speaks for the Dutch investigation service on a case of theirs that is not passed on without them. Maya Roy works on it and
/// wants Daniel Reyes of a third agency in.
/// </summary>
[Collection(Northgate.Name)]
public sealed class LiaisonStoryTests(Site site)
{
    private const string Purpose = "They follow the money on their side.";
    private const string Condition = "Not in court.";
    private const string TakenBack = "The source is at risk.";

    private static readonly string _until = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "America/Toronto").AddDays(3).AddHours(2).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("en", "fr", "in 3 days")]
    [InlineData("fr", "en", "dans 3 jours")]
    public async Task The_originator_is_asked_lets_another_agency_in_and_takes_it_back_from_all_it_had_reached(string language, string other, string soon)
    {
        var (say, hers) = (Words.Of(language), Words.Of(other));
        var title = $"Ledger of the broker {language}";
        var number = await Controlled(title);
        await using var maya = await site.Open("Maya Roy", say.Locale);
        await using var sanne = await site.Open("Sanne Bakker", hers.Locale);
        await using var daniel = await site.Open("Daniel Reyes", say.Locale);

        // Let in without asking, he is refused, and the refusal leads to where one asks.
        await maya.Goes($"/cases/{number}/team", title);
        await LetsIn(maya, say);
        await Expect(maya.Dialog).ToContainTextAsync(say["refusal.label.ask-originator"]);
        await maya.Dialog.GetByRole(AriaRole.Link, new() { Name = say["team.askOriginator"], Exact = true }).ClickAsync();
        await Expect(maya.Page.GetByText(say["caseSharing.none"])).ToBeVisibleAsync();
        await Asks(maya, say);
        await Expect(Release(maya)).ToContainTextAsync(say["releaseStatus.ASKED"]);
        await Expect(Release(maya)).ToContainTextAsync(Purpose);
        await Expect(Release(maya).GetByRole(AriaRole.Button)).ToHaveCountAsync(0); // she asks, and does not answer

        await maya.Goes("/compartments", say["compartments.title"]);
        await Expect(maya.Row(number)).ToContainTextAsync("USDE");
        await maya.Row(number).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Release(maya)).ToContainTextAsync(say["releaseStatus.ASKED"]);

        await Answers(sanne, hers, number);
        await Expect(Release(sanne)).ToContainTextAsync(hers["releaseStatus.APPROVED"]);

        // The page that she has open says so by itself.
        await Expect(Release(maya)).ToContainTextAsync(say["releaseStatus.APPROVED"]);
        await Expect(Release(maya)).ToContainTextAsync(Condition);
        await Expect(Release(maya).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await maya.Tab(say["cases.tab.team"]);
        await LetsIn(maya, say, _until);
        await Expect(maya.Row("Daniel Reyes")).ToContainTextAsync(say["role.INVESTIGATOR"]);

        await daniel.Goes($"/cases/{number}/sharing", title);
        await Expect(Release(daniel)).ToContainTextAsync(Condition);
        await Expect(daniel.Row("Daniel Reyes")).ToContainTextAsync(say["caseSharing.ends", ("when", soon)]);
        await Expect(daniel.Row("Maya Roy")).ToContainTextAsync(say["caseSharing.open"]);
        await Expect(Release(daniel).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);

        await TakesBack(sanne, hers);
        await Expect(Release(sanne)).ToContainTextAsync(hers["releaseStatus.REVOKED"]);
        await Expect(Release(sanne)).ToContainTextAsync("Daniel Reyes");
        await Expect(Release(sanne)).ToContainTextAsync(hers["caseSharing.unacknowledged"]);
        await Expect(sanne.Page.Locator(".band").First).ToHaveTextAsync("TLP:RED · H2"); // who was told is for her and him alone
        await sanne.Page.ScreenshotAsync(new() { Path = Shots.Name($"{other}-Light-reached", "/cases/one/sharing"), FullPage = true });
        Assert.Empty(await Wcag.Violations(sanne.Page, "sharing"));

        await Acknowledges(daniel, say, number);
        await Expect(Release(sanne)).ToContainTextAsync(hers["caseSharing.acknowledged"]);
        await maya.Tab(say["cases.tab.sharing"]);
        await Expect(Release(maya)).ToContainTextAsync(TakenBack);
        await Expect(Release(maya)).Not.ToContainTextAsync("Daniel Reyes");
        maya.IsContent();
        sanne.IsContent();
        daniel.IsContent();
    }

    private static ILocator Release(Person by) => by.Page.GetByRole(AriaRole.Listitem, new() { Name = "USDE", Exact = true });

    private static async Task LetsIn(Person maya, Words say, string until = "")
    {
        await Expect(maya.Row("Sanne Bakker")).ToBeVisibleAsync();
        await maya.Page.Keyboard.PressAsync("n");
        await maya.Choose(say["team.head.officer"], "Daniel", "Daniel Reyes (USDE)");
        await maya.Dialog.GetByLabel(say["team.head.until"]).FillAsync(until);
        await maya.Dialog.GetByLabel(say["record.reason"]).FillAsync(Purpose);
        await maya.Dialog.GetByRole(AriaRole.Button, new() { Name = say["team.give"], Exact = true }).ClickAsync();
    }

    private static async Task Asks(Person maya, Words say)
    {
        await maya.Page.Keyboard.PressAsync("n");
        await maya.Page.GetByRole(AriaRole.Combobox, new() { Name = say["caseSharing.to"] }).FillAsync("USDE");
        await maya.Page.GetByRole(AriaRole.Option, new() { NameRegex = new("^USDE ") }).ClickAsync();
        await maya.Dialog.GetByLabel(say["caseSharing.purpose"]).FillAsync(Purpose);
        Assert.Empty(await Wcag.Violations(maya.Page, "asking"));
        await maya.Dialog.GetByRole(AriaRole.Button, new() { Name = say["caseSharing.askIt"], Exact = true }).ClickAsync();
        await Expect(maya.Dialog).ToHaveCountAsync(0);
    }

    private static async Task Answers(Person sanne, Words hers, string number)
    {
        await sanne.Page.GotoAsync("/");
        var waits = sanne.Page.Locator(".wait").Filter(new() { HasText = number });
        await Expect(waits).ToContainTextAsync(hers["waits.release.to-decide"]);
        await Expect(waits).ToContainTextAsync(Purpose);
        await waits.GetByRole(AriaRole.Link).Last.ClickAsync();
        await Release(sanne).GetByRole(AriaRole.Button, new() { Name = $"{hers["caseSharing.act.approve"]}: USDE" }).ClickAsync();
        await sanne.Dialog.GetByLabel(hers["caseSharing.conditions"]).FillAsync(Condition);
        await sanne.Dialog.GetByRole(AriaRole.Button, new() { Name = hers["caseSharing.act.approve"], Exact = true }).ClickAsync();
    }

    private static async Task TakesBack(Person sanne, Words hers)
    {
        await Release(sanne).GetByRole(AriaRole.Button, new() { Name = $"{hers["caseSharing.act.revoke"]}: USDE" }).ClickAsync();
        await sanne.Dialog.GetByLabel(hers["caseSharing.reason"]).FillAsync(TakenBack);
        await sanne.Dialog.GetByRole(AriaRole.Button, new() { Name = hers["caseSharing.act.revoke"], Exact = true }).ClickAsync();
    }

    private static async Task Acknowledges(Person daniel, Words say, string number)
    {
        await daniel.Page.GotoAsync("/");
        var told = daniel.Page.Locator(".wait").Filter(new() { HasText = number });
        await Expect(told).ToContainTextAsync(say["waits.release.revoked"]);
        await Expect(told).ToContainTextAsync(TakenBack);
        await told.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(told).ToHaveCountAsync(0);
    }

    /// <summary>Opened by Piet de Vries for NLFI, not to be passed on without it.</summary>
    private async Task<string> Controlled(string title)
    {
        using var piet = await Api.As(site.Address, "NLFI", "piet.devries");
        var input = new
        {
            title, summary = "Not to be passed on.", caveats = new { handling = new[] { "H2" } },
            team = new[] { new { officer = await Officer("Sanne"), role = "LIAISON" }, new { officer = await Officer("Maya"), role = "PRIMARY_INVESTIGATOR" } },
        };
        return (await piet.Act("openCase", input, "case { number }"))["case"]!["number"]!.GetValue<string>();

        async Task<string> Officer(string name) =>
            (await piet.Ask("query($name: String!) { officers(first: 1, where: { name: { contains: $name } }) { nodes { id } } }", new { name }))["officers"]!["nodes"]![0]!["id"]!.GetValue<string>();
    }
}
