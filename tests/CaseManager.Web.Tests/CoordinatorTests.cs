using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>Amara Okafor watches the board; a partner reports from the site, in another browser.</summary>
[Collection(Northgate.Name)]
public sealed class CoordinatorTests(Site site)
{
    [Fact]
    public async Task The_board_shows_every_site_by_word_and_the_partner_sees_the_others_only_as_ready_or_not()
    {
        await using var amara = await site.Open("Amara Okafor");
        await using var daniel = await site.Open("Daniel Reyes");
        foreach (var person in new[] { amara, daniel })
        {
            await person.Goes("/operations", "Operations");
            await person.Page.GetByRole(AriaRole.Link, new() { Name = "GRANITE" }).ClickAsync();
            await person.Sees("GRANITE");
            await Assertions.Expect(person.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(6);
        }

        await Assertions.Expect(amara.Page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "Suspected lab" })).ToHaveCountAsync(1);
        await Assertions.Expect(daniel.Page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "Suspected lab" })).ToHaveCountAsync(0);
        await Assertions.Expect(daniel.Page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "partner site" })).ToHaveCountAsync(4);
        await amara.Page.ScreenshotAsync(new() { Path = Path.Combine(Shots.Folder, "board.png"), FullPage = true });
        amara.IsContent();
        daniel.IsContent();
    }

    [Fact]
    public async Task Who_is_not_told_of_the_operation_gets_on_all_its_pages_the_answer_of_one_that_is_not_there()
    {
        await using var amara = await site.Open("Amara Okafor");
        await amara.Page.GotoAsync("/operations");
        var granite = await amara.Page.GetByRole(AriaRole.Link, new() { Name = "GRANITE" }).GetAttributeAsync("href");
        var operation = string.Join('/', granite!.Split('/').Take(3));
        await using var novak = await site.Open("A. Novak");

        foreach (var page in new[] { "board", "plan", "map", "history", "wall", "site/U2l0ZTpub25l" })
        foreach (var of in new[] { operation, "/operations/T3BlcmF0aW9uOm5vbmU%3D" })
        {
            await novak.Page.GotoAsync($"{of}/{page}");
            await Assertions.Expect(novak.Page.GetByText("There is no such page, or it is not yours to see.")).ToBeVisibleAsync();
        }
        novak.IsContent();
    }
}
