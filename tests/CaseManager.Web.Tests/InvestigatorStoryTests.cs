using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>Maya Roy builds a case from a first sighting; Theo Lang of another agency is let in, and is asked for something.</summary>
[Collection(Northgate.Name)]
public sealed class InvestigatorStoryTests(Site site)
{
    private const string Sighting = "Two vans are unloaded behind the quay.";
    private const string Corrected = "Three vans are unloaded behind the quay.";
    private const string Closed = "The informant works at the quay.";

    [Theory]
    [InlineData("en", "fr", "tag:van", "informant")]
    [InlineData("fr", "en", "étiquette:van", "informant")]
    public async Task From_a_first_sighting_to_a_task_for_another_agency(string language, string other, string filter, string hidden)
    {
        var say = Words.Of(language);
        await using var maya = await site.Open("Maya Roy", say.Locale);
        await using var theo = await site.Open("Theo Lang", Words.Of(other).Locale);
        await maya.Sees(say["nav.myDay"]);
        var number = await OpensACase(maya, say, $"Quay 7 {language}");
        await theo.Page.GotoAsync($"/cases/{number}");
        await Expect(theo.Page.GetByText(Words.Of(other)["faces.notFound"])).ToBeVisibleAsync();
        await LetsIn(maya, say, "Theo");

        await maya.Tab(say["cases.tab.timeline"]);
        await Files(maya, say, Sighting);
        await FilesForHerself(maya, say, Closed);
        await TagsAndAttaches(maya, say);
        await Corrects(maya, say);

        await theo.Goes($"/cases/{number}/timeline", $"Quay 7 {language}");
        await Expect(theo.Page.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
        await Expect(theo.Page.GetByRole(AriaRole.Article)).ToContainTextAsync(Corrected);
        await Expect(theo.Page.GetByText(hidden)).ToHaveCountAsync(0);

        await Expect(maya.Page.GetByRole(AriaRole.Article)).ToHaveCountAsync(2);
        await maya.Field(say["timeline.filter"]).FillAsync(filter);
        await Expect(maya.Page.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
        Assert.Contains($"q={filter}", Uri.UnescapeDataString(maya.Page.Url), StringComparison.Ordinal);

        await theo.Goes("/", Words.Of(other)["nav.myDay"]);
        await AsksTheo(maya, say, $"Read the plates {language}");
        await Expect(theo.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"Read the plates {language}" })).ToContainTextAsync(number);
        await theo.Button(Words.Of(other)["myDay.task.startNamed", ("title", $"Read the plates {language}")]).ClickAsync();
        await Expect(theo.Button(Words.Of(other)["myDay.task.startNamed", ("title", $"Read the plates {language}")])).ToHaveCountAsync(0);
        await Expect(maya.Row($"Read the plates {language}")).ToContainTextAsync(say["taskProgress.STARTED"]);
        maya.IsContent();
        theo.IsContent();
    }

    private static async Task<string> OpensACase(Person maya, Words say, string title)
    {
        await maya.Link(say["nav.cases"]).ClickAsync();
        await maya.Sees(say["cases.title"]);
        await maya.Page.Keyboard.PressAsync("n");
        await maya.Dialog.GetByLabel(say["field.title"]).FillAsync(title);
        await maya.Dialog.GetByLabel(say["field.summary"]).FillAsync("Vans come by night, and nobody signs for them.");
        await maya.Dialog.GetByRole(AriaRole.Button, new() { Name = say["cases.open"] }).ClickAsync();
        await maya.Sees(title);
        return new Uri(maya.Page.Url).Segments[^1];
    }

    private static async Task LetsIn(Person maya, Words say, string name)
    {
        await maya.Tab(say["cases.tab.team"]);
        await maya.Button(say["team.give"]).ClickAsync();
        await maya.Choose(say["team.head.officer"], name, "Theo Lang (OPS)");
        await maya.Dialog.GetByLabel(say["record.reason"]).FillAsync("Knows the quay");
        await maya.Dialog.GetByRole(AriaRole.Button, new() { Name = say["team.give"] }).ClickAsync();
        await Expect(maya.Row("Theo Lang")).ToContainTextAsync(say["role.INVESTIGATOR"]);
    }

    // With few keys beside the words themselves.
    private static async Task Files(Person maya, Words say, string text)
    {
        await Expect(maya.Button(say["timeline.record"])).ToBeVisibleAsync();
        await maya.Page.EvaluateAsync("() => { window.pressed = 0; addEventListener('keydown', () => window.pressed++, true); }");
        await maya.Page.Keyboard.PressAsync("c");
        await Expect(maya.Field(say["record.text"])).ToBeFocusedAsync();
        await maya.Page.Keyboard.TypeAsync(text);
        await maya.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(maya.Page.GetByRole(AriaRole.Article)).ToContainTextAsync(text);
        var keys = await maya.Page.EvaluateAsync<int>("window.pressed") - text.Length;
        Console.WriteLine($"figure entry-filed keys-beside-the-text={keys}");
        Assert.InRange(keys, 2, 8);
    }

    private static async Task FilesForHerself(Person maya, Words say, string text)
    {
        await maya.Button(say["timeline.record"]).ClickAsync();
        await maya.Field(say["record.text"]).FillAsync(text);
        await maya.Button(say["record.more"]).ClickAsync();
        await maya.Page.GetByRole(AriaRole.Combobox, new() { Name = say["record.tlp"], Exact = true }).ClickAsync();
        await maya.Page.GetByRole(AriaRole.Option, new() { Name = "TLP:RED" }).ClickAsync();
        await maya.Page.GetByRole(AriaRole.Form, new() { Name = say["record.title"] }).GetByRole(AriaRole.Button, new() { Name = say["record.file"], Exact = true }).ClickAsync();
        await Expect(maya.Page.GetByRole(AriaRole.Article)).ToHaveCountAsync(2);
    }

    private static async Task TagsAndAttaches(Person maya, Words say)
    {
        await maya.Page.GetByText(Sighting).ClickAsync();
        var panel = maya.Page.GetByRole(AriaRole.Complementary);
        await panel.GetByRole(AriaRole.Button, new() { Name = say["acts.tag"], Exact = true }).ClickAsync();
        await panel.GetByLabel(say["record.tag"]).FillAsync("van");
        await maya.Page.Keyboard.PressAsync("Enter");
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = say["acts.untag", ("tag", "van")] })).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = say["acts.attach"], Exact = true }).ClickAsync();
        await panel.GetByLabel(say["acts.name"]).FillAsync("Photographs of the quay");
        await panel.GetByLabel(say["acts.reference"]).FillAsync("urn:cfp:photos:2026-118");
        await maya.Page.Keyboard.PressAsync("Enter");
        await Expect(panel.GetByText("urn:cfp:photos:2026-118", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task Corrects(Person maya, Words say)
    {
        var panel = maya.Page.GetByRole(AriaRole.Complementary);
        await panel.GetByRole(AriaRole.Button, new() { Name = say["record.correct"], Exact = true }).ClickAsync();
        await maya.Field(say["record.text"]).FillAsync(Corrected);
        await maya.Field(say["record.reason"]).FillAsync("Counted again on the photographs");
        await maya.Page.Keyboard.PressAsync("Control+Enter");
        var history = panel.GetByRole(AriaRole.Region, new() { Name = say["timeline.history"] });
        await Expect(history).ToContainTextAsync(Sighting);
        await Expect(history).ToContainTextAsync(Corrected);
        await Expect(history).ToContainTextAsync("Counted again on the photographs");
        await maya.Page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToHaveCountAsync(0);
    }

    private static async Task AsksTheo(Person maya, Words say, string title)
    {
        await maya.Tab(say["cases.tab.tasks"]);
        await maya.Button(say["tasks.new"]).ClickAsync();
        await maya.Dialog.GetByLabel(say["field.title"]).FillAsync(title);
        await maya.Choose(say["field.assignee"], "Theo", "Theo Lang (OPS)");
        await maya.Dialog.GetByLabel(say["tasks.due", ("zone", "Toronto")]).FillAsync("2031-05-12T09:00");
        await maya.Dialog.GetByRole(AriaRole.Button, new() { Name = say["tasks.create"] }).ClickAsync();
        await Expect(maya.Row(title)).ToContainTextAsync("Theo Lang");
    }
}
