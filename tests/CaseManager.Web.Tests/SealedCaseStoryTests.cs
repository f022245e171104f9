using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>Maya Roy seals a case in a compartment. Jules Bédard supervises it, and sees it for as long as he is read in.</summary>
[Collection(Northgate.Name)]
public sealed class SealedCaseStoryTests(Site site)
{
    [Theory]
    [InlineData("en", "fr")]
    [InlineData("fr", "en")]
    public async Task Who_is_outside_sees_nothing_of_it_and_who_is_read_out_sees_it_no_more(string language, string other)
    {
        var (say, his) = (Words.Of(language), Words.Of(other));
        var (name, title) = ($"QUARTZ {language}", $"Deep seam {language}");
        await using var maya = await site.Open("Maya Roy", say.Locale);
        await using var jules = await site.Open("Jules Bédard", his.Locale);

        var compartment = await SetsUp(maya, say, name);
        await OpensSealed(maya, say, $"Own seam {language}", name);
        var number = await OpensWithSupervisor(title, Uri.UnescapeDataString(compartment.Split('/')[^1]));
        await jules.Page.GotoAsync($"/cases/{number}");
        await Expect(jules.Page.GetByText(his["faces.notFound"])).ToBeVisibleAsync();
        await jules.Page.GotoAsync(compartment);
        await Expect(jules.Page.GetByText(his["faces.notFound"])).ToBeVisibleAsync();
        await jules.Page.GotoAsync($"/cases/{number}");
        await Expect(jules.Page.GetByText(his["faces.notFound"])).ToBeVisibleAsync();

        await maya.Goes(compartment, name);
        await maya.Button(say["compartments.readIn"]).ClickAsync();
        await maya.Choose(say["compartments.officer"], "Jules", "Jules Bédard (CFP)");
        await maya.Dialog.GetByLabel(say["compartments.reason"]).FillAsync("Supervises what is sealed");
        await maya.Dialog.GetByRole(AriaRole.Button, new() { Name = say["compartments.readIn"], Exact = true }).ClickAsync();
        await Expect(maya.Row("Jules Bédard")).ToContainTextAsync(say["role.INSIDER"]);

        // The page that he has open shows it by itself.
        await jules.Sees(title);
        await Expect(jules.Page.Locator(".band").First).ToHaveTextAsync($"TLP:AMBER · {name}");
        await Expect(jules.Page.GetByRole(AriaRole.Main).GetByText($"{his["caveats.sealed"]} {name}").First).ToBeVisibleAsync();

        await maya.Row("Jules Bédard").GetByRole(AriaRole.Button).ClickAsync();
        await maya.Dialog.GetByLabel(say["compartments.reason"]).FillAsync("Moves to another desk");
        await maya.Dialog.GetByRole(AriaRole.Button, new() { Name = say["compartments.readOut"], Exact = true }).ClickAsync();
        var since = Stopwatch.StartNew();
        await Expect(jules.Page.GetByText(title)).ToHaveCountAsync(0);
        Console.WriteLine($"figure page-emptied ms={since.ElapsedMilliseconds}");
        await Expect(jules.Page.GetByText(his["faces.notFound"])).ToBeVisibleAsync();
        await Expect(jules.Page.Locator(".band").First).ToHaveTextAsync(his["marking.none"]);
        await Expect(maya.Row("Jules Bédard")).ToContainTextAsync(say["compartments.over"]);
        maya.IsContent();
        jules.IsContent();
    }

    private static async Task<string> SetsUp(Person maya, Words say, string name)
    {
        await maya.Link(say["nav.sharing"]).ClickAsync();
        await maya.Sees(say["compartments.title"]);
        await maya.Page.Keyboard.PressAsync("n");
        await maya.Dialog.GetByLabel(say["compartments.name"]).FillAsync(name);
        await maya.Dialog.GetByRole(AriaRole.Button, new() { Name = say["compartments.establish"] }).ClickAsync();
        await maya.Sees(name);
        await Expect(maya.Row("Maya Roy")).ToContainTextAsync(say["role.CONTROL_OFFICER"]);
        return new Uri(maya.Page.Url).AbsolutePath;
    }

    private static async Task OpensSealed(Person maya, Words say, string title, string name)
    {
        await maya.Link(say["nav.cases"]).ClickAsync();
        await maya.Sees(say["cases.title"]);
        await maya.Page.Keyboard.PressAsync("n");
        await maya.Dialog.GetByLabel(say["field.title"]).FillAsync(title);
        await maya.Dialog.GetByLabel(say["field.summary"]).FillAsync("Known to few.");
        await maya.Dialog.GetByRole(AriaRole.Button, new() { Name = say["caveats.more"] }).ClickAsync();
        await maya.Choose(say["caveats.compartments"], "QUARTZ", name);
        await maya.Dialog.GetByRole(AriaRole.Button, new() { Name = say["cases.open"] }).ClickAsync();
        await maya.Sees(title);
        await Expect(maya.Page.GetByRole(AriaRole.Main).GetByText($"{say["caveats.sealed"]} {name}").First).ToBeVisibleAsync();
    }

    private async Task<string> OpensWithSupervisor(string title, string compartment)
    {
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        var jules = (await api.Ask("{ officers(first: 1, where: { name: { contains: \"Jules\" } }) { nodes { id } } }"))["officers"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var input = new { title, summary = "Known to few.", caveats = new { compartments = new[] { compartment } }, team = new[] { new { officer = jules, role = "SUPERVISOR" } } };
        return (await api.Act("openCase", input, "case { number }"))["case"]!["number"]!.GetValue<string>();
    }
}
