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
}
