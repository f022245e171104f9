using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>What restricts an entry is said when it is recorded, and goes wherever the entry is shown.</summary>
[Collection(Northgate.Name)]
public sealed class MarkingStoryTests(Site site)
{
    private const string Text = "The broker's second ledger was seen.";
    private const string Released = "REL TO OPS, NL";

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task What_may_be_done_with_an_entry_stands_on_the_page_on_paper_and_in_a_copy(string language)
    {
        var say = Words.Of(language);
        await using var maya = await site.Open("Maya Roy", say.Locale);
        await maya.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await maya.Goes($"/cases/{await ACase($"Ledger {language}")}/timeline", $"Ledger {language}");

        await Records(maya, say);

        var entry = maya.Page.GetByRole(AriaRole.Article);
        await Expect(entry).ToContainTextAsync(Text);
        foreach (var word in new[] { "H2", "H3", Released })
            await Expect(entry.GetByText(word, new() { Exact = true })).ToBeVisibleAsync();
        foreach (var band in await maya.Page.Locator(".band").AllAsync())
            await Expect(band).ToHaveTextAsync($"TLP:AMBER · H2 · H3 · {Released}");
        await Expect(maya.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).Locator("..")).Not.ToContainTextAsync("H2"); // the case itself has none

        var rules = await maya.Page.EvaluateAsync<string>("document.adoptedStyleSheets.flatMap(s => [...s.cssRules]).map(r => r.cssText).join('')");
        Assert.Matches($"@top-center \\{{[^}}]*TLP:AMBER · H2 · H3: Ask the desk first · {Released}", rules);

        await entry.GetByText(Text).ClickAsync(new() { ClickCount = 3 });
        await maya.Page.Keyboard.PressAsync("Control+c");
        var copied = await maya.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.StartsWith($"[TLP:AMBER · H2 · H3: Ask the desk first · {Released}] ", copied, StringComparison.Ordinal);

        await entry.GetByText(Text).ClickAsync();
        var panel = maya.Page.GetByRole(AriaRole.Complementary);
        await Expect(panel.Locator("p.h3")).ToContainTextAsync("Ask the desk first");
        maya.IsContent();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task A_restriction_that_cannot_be_is_refused_at_its_field_and_nothing_is_lost(string language)
    {
        var say = Words.Of(language);
        await using var maya = await site.Open("Maya Roy", say.Locale);
        await maya.Goes($"/cases/{await ACase($"Embargo {language}")}/timeline", $"Embargo {language}");
        var form = await Begins(maya, say);
        await form.GetByLabel(say["caveats.embargo", ("zone", "Toronto")]).FillAsync("2020-01-01T00:00");

        await form.GetByRole(AriaRole.Button, new() { Name = say["record.file"], Exact = true }).ClickAsync();

        await Expect(form.GetByLabel(say["caveats.embargo", ("zone", "Toronto")])).ToHaveAccessibleDescriptionAsync(new Regex(Regex.Escape(say["refusal.label.embargo-over"])));
        await Expect(form.GetByLabel(say["record.text"])).ToHaveValueAsync(Text);
        await form.GetByLabel(say["caveats.embargo", ("zone", "Toronto")]).FillAsync("2126-01-01T00:00");
        await form.GetByRole(AriaRole.Button, new() { Name = say["record.file"], Exact = true }).ClickAsync();
        await Expect(maya.Page.GetByRole(AriaRole.Article).Locator(".caveat[data-kind=embargo]")).ToContainTextAsync("2126");
        maya.IsContent();
    }

    [Fact]
    public async Task An_entry_raised_to_red_leaves_the_open_page_of_who_is_shut_out_and_returns_when_it_is_lowered()
    {
        var number = await ACase("Source at risk");
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        var file = (await api.Ask("query($number: String!) { me { id } caseByNumber(number: $number) { id } }", new { number }))!;
        var entry = (await api.Act("recordTimelineEntry", new { @case = file["caseByNumber"]!["id"]!.GetValue<string>(), text = Text, occurred = new { zone = "America/Toronto", at = "2026-04-18T20:00" } }, "entry { id }"))["entry"]!["id"]!.GetValue<string>();
        var supervisor = (await api.Ask("{ officers(first: 5, where: { name: { eq: \"Jules Bédard\" } }) { nodes { id } } }", new { }))["officers"]!["nodes"]![0]!["id"]!.GetValue<string>();
        await api.Act("grantCaseAccess", new { @case = file["caseByNumber"]!["id"]!.GetValue<string>(), officer = supervisor, role = "INVESTIGATOR", reason = "Helps out" }, "grant { id }");
        await using var jules = await site.Open("Jules Bédard");
        await jules.Goes($"/cases/{number}/timeline", "Source at risk");
        var shown = jules.Page.GetByRole(AriaRole.Article).GetByText(Text);
        await shown.ClickAsync();
        var panel = jules.Page.GetByRole(AriaRole.Complementary);
        await Expect(panel.GetByText(Text).First).ToBeVisibleAsync();

        await api.Act("changeTimelineEntryMarking", new { entry, version = 1, tlp = "RED", readers = new[] { file["me"]!["id"]!.GetValue<string>() }, reason = "The source is at risk" }, "version");
        await Expect(shown).ToHaveCountAsync(0);
        await Expect(panel.GetByText(Text)).ToHaveCountAsync(0);

        await api.Act("changeTimelineEntryMarking", new { entry, version = 2, tlp = "AMBER", reason = "Named in court" }, "version");
        await Expect(shown).ToBeVisibleAsync();
        jules.IsContent();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task An_entry_is_marked_anew_with_a_reason_and_its_history_says_so(string language)
    {
        var say = Words.Of(language);
        var number = await ACase($"Remark {language}");
        using (var api = await Api.As(site.Address, "CFP", "maya.roy"))
        {
            var file = (await api.Ask("query($number: String!) { caseByNumber(number: $number) { id } }", new { number }))["caseByNumber"]!["id"]!.GetValue<string>();
            await api.Act("recordTimelineEntry", new { @case = file, text = Text, occurred = new { zone = "America/Toronto", at = "2026-04-18T20:00" } }, "entry { id }");
        }
        await using var maya = await site.Open("Maya Roy", say.Locale);
        await maya.Goes($"/cases/{number}/timeline", $"Remark {language}");
        await maya.Page.GetByRole(AriaRole.Article).GetByText(Text).ClickAsync();
        await Marks("H1", check: true);

        await Expect(maya.Page.GetByRole(AriaRole.Complementary).Locator(".caveat", new() { HasText = "H1" }).First).ToBeVisibleAsync();
        await Expect(maya.Page.GetByRole(AriaRole.Complementary)).ToContainTextAsync(say["fact.entry-marking-changed"]);
        await Expect(maya.Page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("Named by the source");
        await Marks("H1", check: false);
        await Expect(maya.Page.GetByRole(AriaRole.Complementary).Locator(".caveat")).ToHaveCountAsync(0);
        maya.IsContent();

        async Task Marks(string code, bool check)
        {
            await maya.Page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Button, new() { Name = say["remark.open"], Exact = true }).ClickAsync();
            await maya.Dialog.GetByRole(AriaRole.Button, new() { Name = say["caveats.more"] }).ClickAsync();
            await maya.Dialog.GetByLabel(code).SetCheckedAsync(check);
            await maya.Dialog.GetByLabel(say["record.reason"]).FillAsync("Named by the source");
            await maya.Dialog.GetByRole(AriaRole.Button, new() { Name = say["remark.do"], Exact = true }).ClickAsync();
            await Expect(maya.Dialog).ToHaveCountAsync(0);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task An_exhibit_is_marked_anew_by_a_key_and_never_below_its_case(string language)
    {
        var say = Words.Of(language);
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        var lin = (await api.Ask("{ officers(first: 1, where: { name: { contains: \"Lin Chen\" } }) { nodes { id } } }"))["officers"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var file = (await api.Act("openCase", new { title = $"Drum {language}", summary = "A drum", team = new[] { new { officer = lin, role = "ANALYST" } } }, "case { id }"))["case"]!["id"]!.GetValue<string>();
        var exhibit = (await api.Act("seizeExhibit", new
        {
            @case = file, description = "A drum", kind = "OTHER", seal = "M-1", place = new { description = "A yard" }, authority = new { kind = "FOUND" },
            occurred = new { zone = "America/Toronto", at = "2026-04-18T20:00" },
        }, "exhibit { id }"))["exhibit"]!["id"]!.GetValue<string>();
        await using var maya = await site.Open("Maya Roy", say.Locale);
        await maya.Opens($"/exhibits/{Uri.EscapeDataString(exhibit)}");

        await maya.Page.Keyboard.PressAsync("m");
        await maya.Page.GetByRole(AriaRole.Combobox, new() { Name = say["remark.tlp"] }).ClickAsync();
        await Expect(maya.Page.GetByRole(AriaRole.Option, new() { Name = "TLP:AMBER", Exact = true })).ToBeVisibleAsync();
        await Expect(maya.Page.GetByRole(AriaRole.Option, new() { Name = "TLP:GREEN", Exact = true })).ToHaveCountAsync(0);
        await maya.Page.GetByRole(AriaRole.Option, new() { Name = "TLP:AMBER+STRICT", Exact = true }).ClickAsync();
        await maya.Dialog.GetByRole(AriaRole.Button, new() { Name = say["caveats.more"] }).ClickAsync();
        await maya.Dialog.GetByLabel("H1").CheckAsync();
        var send = maya.Dialog.GetByRole(AriaRole.Button, new() { Name = say["remark.do"], Exact = true });
        await Expect(send).ToBeDisabledAsync(); // not without a reason
        await maya.Dialog.GetByLabel(say["exhibit.reason"]).FillAsync("Named by the source");
        Assert.Empty(await Wcag.Violations(maya.Page, "marking"));
        await send.ClickAsync();

        await Expect(maya.Dialog).ToHaveCountAsync(0);
        foreach (var band in await maya.Page.Locator(".band").AllAsync())
            await Expect(band).ToHaveTextAsync("TLP:AMBER+STRICT · H1");
        await Expect(maya.Page.GetByRole(AriaRole.Region, new() { Name = say["exhibit.history"] })).ToContainTextAsync(say["exhibit.what.marking-changed"]);

        // Who reads the case and keeps no exhibits reads how it is marked, and is offered no act.
        await using var analyst = await site.Open("Lin Chen", say.Locale);
        await analyst.Opens($"/exhibits/{Uri.EscapeDataString(exhibit)}");
        await Expect(analyst.Page.Locator(".band").First).ToHaveTextAsync("TLP:AMBER+STRICT · H1");
        await Expect(analyst.Button($"{say["exhibit.act.mark"]}…")).ToHaveCountAsync(0);
        await Expect(maya.Button($"{say["exhibit.act.mark"]}…")).ToBeVisibleAsync();
        maya.IsContent();
    }

    private static async Task Records(Person maya, Words say)
    {
        var form = await Begins(maya, say);
        await form.GetByLabel("H2").CheckAsync();
        await form.GetByLabel("H3").CheckAsync();
        var file = form.GetByRole(AriaRole.Button, new() { Name = say["record.file"], Exact = true });
        await Expect(file).ToBeDisabledAsync(); // H3 says nothing without its words
        await form.GetByLabel(say["caveats.handlingText"]).FillAsync("Ask the desk first");
        var to = form.GetByRole(AriaRole.Combobox, new() { Name = say["caveats.releasedTo"], Exact = true });
        await to.FillAsync("OPS");
        await maya.Page.GetByRole(AriaRole.Option, new() { NameRegex = new("^OPS ") }).ClickAsync();
        await to.FillAsync("nl");
        await maya.Page.GetByRole(AriaRole.Option, new() { NameRegex = new("^NL ") }).ClickAsync();
        await file.ClickAsync();
    }

    private static async Task<ILocator> Begins(Person maya, Words say)
    {
        await maya.Button(say["timeline.record"]).ClickAsync();
        var form = maya.Page.GetByRole(AriaRole.Form, new() { Name = say["record.title"] });
        await form.GetByLabel(say["record.text"]).FillAsync(Text);
        await form.GetByRole(AriaRole.Button, new() { Name = say["record.more"] }).ClickAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = say["caveats.more"] }).ClickAsync();
        return form;
    }

    private async Task<string> ACase(string title)
    {
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        return (await api.Act("openCase", new { title, summary = "Ledgers" }, "case { number }"))["case"]!["number"]!.GetValue<string>();
    }
}
