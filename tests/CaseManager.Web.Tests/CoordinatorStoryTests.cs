using System.Globalization;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>Amara Okafor plans an operation of two agencies, lets it go and holds it; Daniel Reyes stands at his door and reads another language.</summary>
[Collection(Northgate.Name)]
public sealed class CoordinatorStoryTests(Site site)
{
    [Theory]
    [InlineData("en", "fr")]
    [InlineData("fr", "en")]
    public async Task From_a_plan_to_a_go_and_a_hold_that_every_site_has_heard(string language, string other)
    {
        var (say, his) = (Words.Of(language), Words.Of(other));
        var name = $"TOPAZ {language}";
        await using var amara = await site.Open("Amara Okafor", say.Locale);
        await using var daniel = await site.Open("Daniel Reyes", his.Locale);
        await Plans(amara, say, name);
        await AddsASite(amara, say, "Suspected lab", "CFP", "Maya Roy");
        await AddsASite(amara, say, "Stash house", "USDE", "Daniel Reyes");
        await LetsIn(amara, say, "Daniel Reyes (USDE)");
        await amara.Tab(say["operations.tab.board"]);
        await Expect(amara.Button(say["board.ask.GO"])).ToBeVisibleAsync();
        await Expect(amara.Row("Suspected lab")).ToContainTextAsync(say["readiness.AWAITED"]);

        // A partner sees his own door, and of the others whether they are ready.
        await daniel.Goes("/operations", his["operations.title"]);
        await daniel.Link(name).ClickAsync();
        await daniel.Sees(name);
        await Expect(daniel.Row(his["board.partner"])).ToHaveCountAsync(1);
        await Expect(daniel.Page.GetByText("Suspected lab")).ToHaveCountAsync(0);
        await ReportsReady(daniel, his, "S2 Stash house");
        await Expect(amara.Row("Stash house")).ToContainTextAsync(say["readiness.READY"]);
        await ReportsReady(amara, say, "S1 Suspected lab");
        await Expect(daniel.Row(his["board.partner"])).ToContainTextAsync(his["readiness.READY"]);
        await Votes(daniel, his, "USDE");
        await Expect(amara.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "USDE" })).ToContainTextAsync(say["vote.GO"]);
        await Votes(amara, say, "CFP");
        await Expect(amara.Page.GetByText(say["board.allVoted"])).ToBeVisibleAsync();
        await Expect(daniel.Button(his["board.ask.GO"])).ToHaveCountAsync(0);

        await Orders(amara, say, "GO", name);
        await Expect(daniel.Page.GetByText(his["board.order", ("number", 1), ("kind", his["decision.GO"])], new() { Exact = true })).ToBeVisibleAsync();
        await daniel.Button("S2 Stash house").ClickAsync();
        await daniel.Button(his["site.acknowledge", ("number", 1), ("kind", his["decision.GO"])]).ClickAsync();
        await Expect(amara.Row("Stash house")).Not.ToContainTextAsync(say["board.unconfirmed"]);
        await Orders(amara, say, "HOLD", name);
        await Expect(daniel.Page.GetByText(his["board.order", ("number", 2), ("kind", his["decision.HOLD"])], new() { Exact = true })).ToBeVisibleAsync();

        await amara.Tab(say["operations.tab.history"]);
        await Expect(amara.Row(say["board.order", ("number", 2), ("kind", say["decision.HOLD"])])).ToContainTextAsync("A child was seen at the window");
        await Expect(amara.Row(say["board.order", ("number", 1), ("kind", say["decision.GO"])])).ToContainTextAsync("Amara Okafor");
        await Expect(amara.Row(say["log.fact.operation/vote-cast"])).ToHaveCountAsync(2);
        amara.IsContent();
        daniel.IsContent();
    }

    private static async Task Plans(Person amara, Words say, string name)
    {
        await amara.Link(say["nav.operations"]).ClickAsync();
        await amara.Sees(say["operations.title"]);
        await amara.Button(say["operations.plan"]).ClickAsync();
        await amara.Field(say["operations.field.name"]).FillAsync(name);
        await amara.Page.GetByLabel(say["board.hHour"]).FillAsync(In(hours: 2));
        await amara.Field(say["plan.aim"]).FillAsync("Two doors at one moment.");
        await amara.Button(say["operations.doPlan"]).ClickAsync();
        await amara.Sees(name);
    }

    private static async Task AddsASite(Person amara, Words say, string place, string agency, string commander)
    {
        await amara.Button(say["plan.addSite"]).ClickAsync();
        await amara.Field(say["plan.field.place"]).FillAsync(place);
        await amara.Page.GetByRole(AriaRole.Combobox, new() { Name = say["plan.field.agency"], Exact = true }).SelectOptionAsync(agency);
        await amara.Choose(say["plan.head.commander"], commander, $"{commander} ({agency})");
        await amara.Field(say["plan.field.reference"]).FillAsync($"W-{agency}");
        await amara.Page.GetByLabel(say["plan.field.from", ("place", "Toronto")]).FillAsync(In(hours: -24));
        await amara.Page.GetByLabel(say["plan.field.until", ("place", "Toronto")]).FillAsync(In(hours: 48));
        await amara.Button(say["plan.addSite"]).ClickAsync();
        await Expect(amara.Page.GetByRole(AriaRole.Region, new() { Name = say["plan.sites"] }).GetByRole(AriaRole.Row).Filter(new() { HasText = place })).ToBeVisibleAsync();
    }

    private static async Task LetsIn(Person amara, Words say, string officer)
    {
        await amara.Button(say["plan.give"]).ClickAsync();
        await amara.Choose(say["plan.head.officer"], "Daniel", officer);
        await amara.Field(say["board.reason"]).FillAsync("Speaks for USDE");
        await amara.Button(say["plan.give"]).ClickAsync();
        await Expect(amara.Row(officer).Filter(new() { HasText = say["role.LIAISON"] })).ToBeVisibleAsync();
    }

    private static async Task ReportsReady(Person who, Words say, string site)
    {
        await who.Button(site).ClickAsync();
        await who.Button(say["site.ready"]).ClickAsync();
        await Expect(who.Button(say["site.ready"])).ToBeDisabledAsync();
        await who.Page.Keyboard.PressAsync("Escape");
        await Expect(who.Page.GetByRole(AriaRole.Complementary)).ToHaveCountAsync(0);
    }

    private static async Task Votes(Person who, Words say, string agency)
    {
        await who.Button(say["board.voteFor", ("agency", agency)]).ClickAsync();
        await who.Dialog.GetByRole(AriaRole.Button, new() { Name = say["board.castVote"], Exact = true }).ClickAsync();
        await Expect(who.Dialog).ToHaveCountAsync(0);
    }

    // In two steps: the question, and the order.
    private static async Task Orders(Person amara, Words say, string kind, string name)
    {
        await amara.Button(say[$"board.ask.{kind}"]).ClickAsync();
        await Expect(amara.Dialog).ToContainTextAsync(say[$"board.confirm.{kind}", ("name", name)]);
        if (kind == "HOLD")
        {
            await Expect(amara.Button(say["board.do.HOLD"])).ToBeDisabledAsync();
            await amara.Dialog.GetByLabel(say["board.reason"]).FillAsync("A child was seen at the window");
        }
        await amara.Button(say[$"board.do.{kind}"]).ClickAsync();
        await Expect(amara.Dialog).ToHaveCountAsync(0);
        await Expect(amara.Page.GetByText(say[$"operationStatus.{kind}"], new() { Exact = true })).ToBeVisibleAsync();
    }

    // By the clock of the browser.
    private static string In(int hours) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow.AddHours(hours), TimeZoneInfo.FindSystemTimeZoneById("America/Toronto")).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
