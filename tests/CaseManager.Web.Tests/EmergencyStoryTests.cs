using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>At night Jules Bédard opens a sealed case for a life at risk. Ines Ouellet is told at once, ends it, and reviews what he read.</summary>
[Collection(Northgate.Name)]
public sealed class EmergencyStoryTests(Site site)
{
    [Theory]
    [InlineData("en", "fr")]
    [InlineData("fr", "en")]
    public async Task A_sealed_case_is_open_for_an_hour_before_others_eyes(string language, string other)
    {
        var (say, hers) = (Words.Of(language), Words.Of(other));
        var (title, reason) = ($"Lock gate {language}", $"A child is at the lock {language}");
        var (number, exhibit) = await Sealed(title);
        await using var jules = await site.Open("Jules Bédard", say.Locale);
        await using var ines = await site.Open("Ines Ouellet", hers.Locale);
        await ines.Sees(hers["nav.myDay"]);
        await Expect(ines.Page.GetByText(reason)).ToHaveCountAsync(0);

        await jules.Page.GotoAsync($"/cases/{number}");
        await Expect(jules.Page.GetByText(say["faces.notFound"])).ToBeVisibleAsync();
        await jules.Button(say["emergency.breakMore"]).ClickAsync();
        await Expect(jules.Dialog).ToContainTextAsync(say["emergency.warning"]);
        await jules.Dialog.GetByLabel(say["emergency.reason"]).FillAsync(reason);
        await jules.Page.ScreenshotAsync(new() { Path = Shots.Name($"{language}-Light-dialog", "/emergencies") });
        await jules.Button(say["emergency.open"]).ClickAsync();
        await jules.Sees(title);
        var band = jules.Page.Locator(".emergency");
        await Expect(band).ToContainTextAsync(say["emergency.band"]);
        await jules.Tab(say["cases.tab.timeline"]);
        await Expect(jules.Page.GetByText("The child is at the lock.")).ToBeVisibleAsync();
        await Expect(band).ToBeVisibleAsync();
        await jules.Page.ScreenshotAsync(new() { Path = Shots.Name($"{language}-Light-band", "/emergencies") });
        await jules.Page.GotoAsync($"/exhibits/{Uri.EscapeDataString(exhibit)}");
        await Expect(band).ToBeVisibleAsync();
        await jules.Page.GotoAsync($"/cases/{number}");
        await jules.Sees(title);

        // She has it without asking, and sees what was read, but not which.
        await Expect(ines.Page.GetByText(reason)).ToBeVisibleAsync();
        await ines.Page.Locator("li.wait").Filter(new() { HasText = reason }).GetByRole(AriaRole.Link, new() { NameRegex = new($"^{hers["answer.emergency.to-review"]}") }).ClickAsync();
        await ines.Sees(hers["emergencies.title"]);
        await Expect(ines.Row(reason)).ToContainTextAsync(hers["emergencies.hidden"]);
        await ines.Row(reason).GetByRole(AriaRole.Link, new() { Name = hers["emergencies.read"] }).ClickAsync();
        await ines.Sees(hers["readLog.title"]);
        await Expect(ines.Row(hers["readType.Exhibit"]).First).ToContainTextAsync("Jules Bédard");
        await Expect(ines.Page.GetByText(title)).ToHaveCountAsync(0);
        await ines.Page.ScreenshotAsync(new() { Path = Shots.Name($"{other}-Light-read", "/emergencies") });

        await ines.Page.GoBackAsync();
        await ines.Row(reason).GetByRole(AriaRole.Button, new() { Name = $"{hers["emergencies.end"]} Jules Bédard" }).ClickAsync();
        await ines.Dialog.GetByLabel(hers["emergencies.why"]).FillAsync("The child is found");
        var since = Stopwatch.StartNew();
        await ines.Dialog.GetByRole(AriaRole.Button, new() { Name = hers["emergencies.end"], Exact = true }).ClickAsync();
        await Expect(jules.Page.GetByText(title)).ToHaveCountAsync(0);
        Console.WriteLine($"figure emergency-page-emptied ms={since.ElapsedMilliseconds}");
        await Expect(jules.Page.GetByText(say["faces.notFound"])).ToBeVisibleAsync();
        await Expect(band).ToHaveCountAsync(0);

        await ines.Row(reason).GetByRole(AriaRole.Button, new() { Name = $"{hers["emergencies.doReview"]} Jules Bédard" }).ClickAsync();
        await ines.Choose(hers["emergencies.verdict"], "", hers["verdict.JUSTIFIED"]);
        await ines.Dialog.GetByLabel(hers["emergencies.note"]).FillAsync("Read what was needed");
        await ines.Dialog.GetByRole(AriaRole.Button, new() { Name = hers["emergencies.decide"] }).ClickAsync();
        await Expect(ines.Row(reason)).ToContainTextAsync(hers["verdict.JUSTIFIED"]);
        await ines.Page.ScreenshotAsync(new() { Path = Shots.Name($"{other}-Light-reviewed", "/emergencies"), FullPage = true });
        await ines.Page.GotoAsync("/"); // other things may wait there, and then the way to it is called otherwise
        await ines.Sees(hers["nav.myDay"]);
        await Expect(ines.Page.GetByText(reason)).ToHaveCountAsync(0);
        jules.IsContent();
        ines.IsContent();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Who_may_not_sees_the_page_of_a_case_that_is_not_there_as_it_was(string language)
    {
        var say = Words.Of(language);
        var (number, _) = await Sealed($"Weir {language}");
        await using var amara = await site.Open("Amara Okafor", say.Locale);
        await amara.Page.GotoAsync($"/cases/{number}");
        await Expect(amara.Page.GetByText(say["faces.notFound"])).ToBeVisibleAsync();
        await amara.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Expect(amara.Button(say["emergency.breakMore"])).ToHaveCountAsync(0);
        await Expect(amara.Link(say["nav.readLog"])).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_auditor_answers_who_saw_an_exhibit_between_two_times(string language)
    {
        var say = Words.Of(language);
        var (from, night) = (DateTimeOffset.UtcNow.AddMinutes(-1), $"Night{language}");
        using (var api = await Api.As(site.Address, "CFP", "maya.roy"))
            await api.Ask($$"""query {{night}}($number: String!) { exhibits(first: 1, where: { number: { eq: $number } }) { nodes { id description } } }""", new { number = "NG-2026-014/E-12" });
        await using var ines = await site.Open("Ines Ouellet", say.Locale);
        await ines.Link(say["nav.readLog"]).ClickAsync();
        await ines.Sees(say["readLog.title"]);
        await ines.Page.GetByLabel(say["readLog.record"]).FillAsync("NG-2026-014/E-12");
        await ines.Choose(say["readLog.officer"], "Maya", "Maya Roy (CFP)");
        await Expect(ines.Row(night).First).ToContainTextAsync("NG-2026-014/E-12");
        await ines.Page.ScreenshotAsync(new() { Path = Shots.Name($"{language}-Light", "/read-log-of-E12") });

        var asked = new Uri(ines.Page.Url);
        await ines.Page.GotoAsync($"{asked.PathAndQuery}&from={Uri.EscapeDataString(from.ToString("O"))}");
        await Expect(ines.Row(night).First).ToBeVisibleAsync();
        await ines.Page.GotoAsync($"{asked.PathAndQuery}&until={Uri.EscapeDataString(from.ToString("O"))}");
        await Expect(ines.Page.GetByText(say["readLog.none"]).Or(ines.Page.Locator("main table"))).ToBeVisibleAsync();
        await Expect(ines.Row(night)).ToHaveCountAsync(0);
        await ines.Page.GetByLabel(say["readLog.record"]).FillAsync("NG-2026-014/E-99999");
        await Expect(ines.Page.GetByText(say["readLog.noRecord"])).ToBeVisibleAsync();
        ines.IsContent();
    }

    /// <summary>A case of Theo Lang's, sealed in a compartment that he alone is inside, worked under Northgate.</summary>
    private async Task<(string Number, string Exhibit)> Sealed(string title)
    {
        using var api = await Api.As(site.Address, "OPS", "theo.lang");
        var force = (await api.Ask("{ taskForces(first: 1, where: { code: { eq: \"NG\" } }) { nodes { id } } }"))["taskForces"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var compartment = (await api.Act("establishCompartment", new { name = "SLUICE" }, "compartment { id }"))["compartment"]!["id"]!.GetValue<string>();
        var opened = (await api.Act("openCase", new { title, summary = "Sealed.", taskForce = force, caveats = new { compartments = new[] { compartment } } }, "case { id number }"))["case"]!;
        var @case = opened["id"]!.GetValue<string>();
        var occurred = new { zone = "America/Toronto", at = "2026-04-18T20:00" };
        await api.Act("recordTimelineEntry", new { @case, text = "The child is at the lock.", occurred }, "entry { id }");
        var exhibit = await api.Act("seizeExhibit", new
        {
            @case, kind = "DOCUMENT", description = "A map of the lock", seal = "L-1", place = new { description = "Lock 3" }, occurred, authority = new { kind = "CONSENT" },
        }, "exhibit { id }");
        return (opened["number"]!.GetValue<string>(), exhibit["exhibit"]!["id"]!.GetValue<string>());
    }
}
