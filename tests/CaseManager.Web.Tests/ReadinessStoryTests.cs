using System.Globalization;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>Amara Okafor sets the rules that sites are held to and looks for an H-hour; Maya Roy reports on her site until nothing is missing.</summary>
[Collection(Northgate.Name)]
public sealed class ReadinessStoryTests(Site site)
{
    [Theory]
    [InlineData("en", "BERYL")]
    [InlineData("fr", "ONYX")]
    public async Task From_rules_to_a_site_that_is_ready_by_all_of_them(string language, string name)
    {
        var say = Words.Of(language);
        using var plan = await PlannedOperation.Of(site.Address, name);
        await using var amara = await site.Open("Amara Okafor", say.Locale);
        await SetsRules(amara, say, plan.Id, name);

        await using var maya = await site.Open("Maya Roy", say.Locale);
        await maya.Goes($"/operations/{plan.Id}/site/{plan.Site("S1")}", "S1");
        await Expect(Rule(maya, say, "AUTHORITY")).ToContainTextAsync(say["rules.standing.MET"]);
        await Expect(Rule(maya, say, "STAFF")).ToContainTextAsync(say["rules.why.MISSING"]);
        await Expect(Rule(maya, say, "HAZMAT")).ToContainTextAsync(say["rules.standing.NOT_NEEDED"]);
        Assert.Empty(await Wcag.Violations(maya.Page, "a site with its rules"));
        await maya.Button(say["site.ready"]).ClickAsync();
        await Expect(maya.Page.GetByText(say["refusal.site.rule-failed"])).ToBeVisibleAsync();

        await Reports(maya, say, "STAFF", people: 3);
        await Expect(Rule(maya, say, "STAFF")).ToContainTextAsync(say["rules.why.TOO_FEW"]);
        await Reports(maya, say, "STAFF", people: 6);
        await Expect(Rule(maya, say, "STAFF")).ToContainTextAsync(say["rules.standing.MET"]);
        await Reports(maya, say, "COMMUNICATIONS");
        await Expect(Rule(maya, say, "COMMUNICATIONS")).ToContainTextAsync(say["rules.standing.MET"]);
        await maya.Button(say["site.ready"]).ClickAsync();
        await Expect(maya.Page.Locator(".facts .state[data-state=READY]")).ToBeVisibleAsync();

        // The board says of whom something is missing, and no more of a partner's site than it may.
        await amara.Goes($"/operations/{plan.Id}/board", name);
        await Expect(amara.Page.Locator("tr[data-row=S1]")).ToHaveAttributeAsync("data-readiness", "READY");
        await Expect(amara.Page.Locator("tr[data-row=S2]")).ToContainTextAsync(say["rules.unmet_other", ("count", 2)]);

        // A laboratory that nobody knew of: all is to be said anew, and hazmat is missing.
        await maya.Button(say["rules.setRisks"]).ClickAsync();
        await maya.Page.GetByLabel(say["rules.risk.LABORATORY"], new() { Exact = true }).CheckAsync();
        await maya.Field(say["rules.whyRisks"]).FillAsync("Seen through the window");
        await maya.Button(say["rules.doSetRisks"]).ClickAsync();
        await Expect(maya.Page.Locator(".facts .risk")).ToContainTextAsync(say["rules.risk.LABORATORY"]);
        await Expect(Rule(maya, say, "HAZMAT")).ToContainTextAsync(say["rules.why.MISSING"]);
        await Expect(amara.Page.Locator("tr[data-row=S1]")).ToHaveAttributeAsync("data-readiness", "AWAITED");
        await Expect(amara.Page.Locator("tr[data-row=S1]")).ToContainTextAsync(say["rules.unmet_one", ("count", 1)]);
        await maya.Page.ScreenshotAsync(new() { Path = Path.Combine(Shots.Folder, $"site-rules-{language}.png"), FullPage = true });
        await amara.Page.ScreenshotAsync(new() { Path = Path.Combine(Shots.Folder, $"board-rules-{language}.png"), FullPage = true });
        amara.IsContent();
        maya.IsContent();
    }

    [Fact]
    public async Task The_earliest_H_that_all_sites_allow_is_put_into_the_field()
    {
        var say = Words.Of("en");
        using var plan = await PlannedOperation.Of(site.Address, "TOURMALINE");
        await using var amara = await site.Open("Amara Okafor", say.Locale);
        await amara.Goes($"/operations/{plan.Id}/plan", "TOURMALINE");
        await amara.Button(say["plan.move"]).ClickAsync();
        var field = amara.Field(say["plan.newHHour"]);
        // Before the warrants begin: the first moment is when the later of them does.
        await field.FillAsync(DateTimeOffset.UtcNow.AddHours(-40).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        await amara.Button(say["plan.earliest"]).ClickAsync();
        await Expect(amara.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "every authority allows entry" })).ToBeVisibleAsync();
        var found = DateTimeOffset.Parse($"{await field.InputValueAsync()}:00Z", CultureInfo.InvariantCulture);
        Assert.InRange(found, DateTimeOffset.UtcNow.AddHours(-24).AddMinutes(-10), DateTimeOffset.UtcNow.AddHours(-24).AddMinutes(1));
        Assert.Empty(await Wcag.Violations(amara.Page, "moving H-hour"));
        amara.IsContent();
    }

    private static async Task SetsRules(Person amara, Words say, string operation, string name)
    {
        await amara.Goes($"/operations/{operation}/plan", name);
        await Expect(amara.Page.GetByText(say["rules.none"])).ToBeVisibleAsync();
        await amara.Button(say["rules.set"]).ClickAsync();
        await amara.Field(say["rules.name"]).FillAsync($"{name}-R1");
        foreach (var left in new[] { "DECONFLICTION", "BRIEFING", "MEDICAL", "EXHIBITS", "RELEASE" })
            await amara.Page.GetByLabel(say[$"rules.rule.{left}"], new() { Exact = true }).UncheckAsync();
        await amara.Field(say["board.reason"]).FillAsync("Agreed by all");
        Assert.Empty(await Wcag.Violations(amara.Page, "setting rules"));
        await amara.Page.ScreenshotAsync(new() { Path = Path.Combine(Shots.Folder, $"rules-set-{name}.png"), FullPage = true });
        await amara.Button(say["rules.doSet"]).ClickAsync();
        await Expect(amara.Page.GetByText(say["rules.version", ("name", $"{name}-R1"), ("version", 1)])).ToBeVisibleAsync();
    }

    private static async Task Reports(Person by, Words say, string rule, int? people = null)
    {
        await by.Button(say["rules.reportOn", ("rule", say[$"rules.rule.{rule}"])]).ClickAsync();
        if (people is { } count)
            await by.Field(say["rules.people"]).FillAsync(count.ToString(CultureInfo.InvariantCulture));
        await by.Button(say["rules.inOrder"]).ClickAsync();
        await Expect(by.Button(say["rules.inOrder"])).ToHaveCountAsync(0);
    }

    private static ILocator Rule(Person by, Words say, string rule) =>
        by.Page.Locator(".rules li").Filter(new() { Has = by.Page.Locator(".state", new() { HasText = say[$"rules.rule.{rule}"] }) });
}
