using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>Amara Okafor looks at the board as it stood when go was ordered, while it is on hold now.</summary>
[Collection(Northgate.Name)]
public sealed class BoardThenTests(Site site)
{
    [Theory]
    [InlineData("en", "The board as it was recorded on", "ready", "Back to now")]
    [InlineData("fr", "Le tableau tel qu’il était enregistré", "prêt", "Revenir au présent")]
    public async Task From_the_log_to_the_board_of_that_moment_and_back(string language, string title, string ready, string back)
    {
        using var plan = await PlannedOperation.Of(site.Address, language == "en" ? "AGATE" : "JASPER");
        await plan.Goes();
        await plan.ReportsNotReady("S2", "Empty");
        await using var amara = await site.Open("Amara Okafor", language);
        await amara.Goes($"/operations/{plan.Id}/board", language == "en" ? "AGATE" : "JASPER");
        await Expect(amara.Page.Locator(".status")).ToHaveAttributeAsync("data-status", "HOLD");
        await Expect(amara.Page.Locator("tr[data-row=S2]")).ToHaveAttributeAsync("data-readiness", "NOT_READY");

        await amara.Page.GotoAsync($"/operations/{plan.Id}/history");
        await amara.Page.Locator("tr[data-order=true] a").Last.ClickAsync();
        await Expect(amara.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = title })).ToBeVisibleAsync();
        await Expect(amara.Page.Locator(".status")).ToHaveAttributeAsync("data-status", "GO");
        await Expect(amara.Page.Locator("tr[data-row=S2]")).ToHaveAttributeAsync("data-readiness", "READY");
        await Expect(amara.Page.Locator("tr[data-row=S2]")).ToContainTextAsync(ready);
        // Nothing is done from it.
        await Expect(amara.Page.Locator("tr[data-row] button")).ToHaveCountAsync(0);
        await Expect(amara.Page.Locator(".decide")).ToHaveCountAsync(0);
        Assert.Empty(await Wcag.Violations(amara.Page, "the board of then"));
        await amara.Page.ScreenshotAsync(new() { Path = Path.Combine(Shots.Folder, $"board-then-{language}.png"), FullPage = true });

        await amara.Page.GetByRole(AriaRole.Button, new() { Name = back }).ClickAsync();
        await Expect(amara.Page.Locator(".status")).ToHaveAttributeAsync("data-status", "HOLD");
        await Expect(amara.Page.Locator("tr[data-row=S2]")).ToHaveAttributeAsync("data-readiness", "NOT_READY");
        amara.IsContent();
    }
}
