using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>Jules Bédard follows a number to its list, sees how it was counted, and decides what others proposed: never what he proposed himself.</summary>
[Collection(Northgate.Name)]
public sealed class SupervisorStoryTests(Site site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task From_a_number_to_the_closing_of_a_case_by_two(string language)
    {
        var say = Words.Of(language);
        var hers = await AClosureIsProposed($"Paper trail {language}", by: "maya.roy");
        var his = await AClosureIsProposed($"Paper mill {language}", by: "jules.bedard");
        var waits = say["supervision.tile.closing"];
        await using var jules = await site.Open("Jules Bédard", say.Locale);
        await jules.Link(say["nav.supervision"]).ClickAsync();
        await jules.Sees(say["supervision.title"]);

        // The number, how it was asked for, and the question in the query page.
        await jules.Button(say["supervision.query", ("of", waits)]).ClickAsync();
        await Expect(jules.Page.GetByText("closureProposedAt")).ToBeVisibleAsync();
        await jules.Link(say["supervision.graphiql"]).ClickAsync();
        await Expect(jules.Page.Locator(".view-lines").First).ToContainTextAsync(new Regex("closureProposedAt"), new() { Timeout = 30_000 });
        await jules.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Execute query") }).ClickAsync();
        await Expect(jules.Page.Locator(".result-window")).ToContainTextAsync("totalCount");
        await jules.Page.GoBackAsync();
        await jules.Sees(say["supervision.title"]);
        var number = jules.Page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^{Regex.Escape(waits)}\\s?: \\d+,") });
        var count = int.Parse((await number.InnerTextAsync()).Trim(), System.Globalization.CultureInfo.InvariantCulture);
        await number.ClickAsync();
        await jules.Sees(waits);
        await Expect(jules.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(count + 1); // and the heads

        var decide = new LocatorGetByRoleOptions { Name = say["supervision.decide"] };
        await Expect(jules.Row(his).GetByRole(AriaRole.Button, decide)).ToBeDisabledAsync();
        await jules.Row(hers).GetByRole(AriaRole.Button, decide).ClickAsync();
        await Expect(jules.Dialog).ToContainTextAsync("The invoices are genuine.");
        await jules.Dialog.GetByLabel(say["supervision.remark"]).FillAsync("Nothing remains.");
        await jules.Button(say["supervision.approve"]).ClickAsync();
        await Expect(jules.Row(hers)).ToHaveCountAsync(0);
        await Expect(jules.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(count);

        // Nor elsewhere: on the case itself the server refuses it, in his language.
        await jules.Link(his).ClickAsync();
        await jules.Sees(his);
        await jules.Button(say["caseActs.approve"]).ClickAsync();
        await jules.Dialog.GetByRole(AriaRole.Button, new() { Name = say["caseActs.do.approve"] }).ClickAsync();
        await Expect(jules.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["refusal.case.own-proposal"]);
        await jules.Page.Keyboard.PressAsync("Escape");
        await Expect(jules.Button(say["caseActs.reopen"])).ToHaveCountAsync(0);
        await jules.Goes($"/cases/{hers}", hers);
        await Expect(jules.Button(say["caseActs.reopen"])).ToBeVisibleAsync();
        jules.IsContent();
    }

    // On a case of Maya's that Jules supervises.
    private async Task<string> AClosureIsProposed(string title, string by)
    {
        using var maya = await Api.As(site.Address, "CFP", "maya.roy");
        var jules = (await maya.Ask("""{ officers(where: { name: { eq: "Jules Bédard" } }) { nodes { id } } }"""))["officers"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var opened = (await maya.Act("openCase", new { title, summary = "A line that leads nowhere.", team = new[] { new { officer = jules, role = "SUPERVISOR" } } }, "case { id number version }"))["case"]!;
        using var proposer = await Api.As(site.Address, "CFP", by);
        await proposer.Act("proposeClosure", new
        {
            @case = opened["id"]!.GetValue<string>(), version = opened["version"]!.GetValue<long>(), outcome = "NO_FURTHER_ACTION", reason = "The invoices are genuine.",
        }, "version");
        return opened["number"]!.GetValue<string>();
    }
}
