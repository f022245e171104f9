using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>How people come in, and what they leave on the machine when they go.</summary>
[Collection(Northgate.Name)]
public sealed class SignInTests(Site site)
{
    [Fact]
    public async Task Where_no_demo_is_one_signs_in_at_the_agency_and_comes_back_to_the_page_one_wanted()
    {
        await using var maya = await site.Open("Maya Roy");
        var answers = new List<string>();
        await maya.Page.RouteAsync("**/app/sign-in.json", route => route.FulfillAsync(new() { ContentType = "application/json", Body = AsInProduction() }));
        maya.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/dev-identity/", StringComparison.Ordinal))
                answers.Add(request.Url + request.PostData);
        };
        await SignOut(maya.Page);
        await maya.Page.GotoAsync("/cases/NG-2026-014");
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with CFP" }).ClickAsync();

        await maya.Page.GetByRole(AriaRole.Link, new() { Name = "Jules Bédard" }).ClickAsync();

        await maya.Sees("Halden");
        await Assertions.Expect(maya.Page.GetByRole(AriaRole.Banner)).ToContainTextAsync("Jules Bédard");
        Assert.EndsWith("/cases/NG-2026-014", maya.Page.Url, StringComparison.Ordinal);
        // By code and proof key (RFC 7636): the token comes in an answer, never in an address.
        Assert.Contains(answers, asked => asked.Contains("response_type=code", StringComparison.Ordinal) && asked.Contains("code_challenge_method=S256", StringComparison.Ordinal));
        Assert.Contains(answers, asked => asked.Contains("code_verifier=", StringComparison.Ordinal));
        Assert.DoesNotContain(answers, asked => asked.Contains("access_token", StringComparison.Ordinal));
        maya.IsContent();
    }

    [Fact]
    public async Task What_one_began_is_kept_for_oneself_alone_and_gone_when_one_signs_out()
    {
        await using var maya = await site.Open("Maya Roy");
        await Begin(maya.Page, "The smell came back on Tuesday.");
        await maya.Page.ReloadAsync();
        await Composer(maya.Page);
        await Assertions.Expect(Text(maya.Page)).ToHaveValueAsync("The smell came back on Tuesday.");

        await Become(maya.Page, "Theo Lang");
        await Composer(maya.Page);
        await Assertions.Expect(Text(maya.Page)).ToHaveValueAsync("");
        await Become(maya.Page, "Maya Roy");
        await Composer(maya.Page);
        await Assertions.Expect(Text(maya.Page)).ToHaveValueAsync("The smell came back on Tuesday.");

        await SignOut(maya.Page);

        var kept = await maya.Page.EvaluateAsync<string>("JSON.stringify({ ...localStorage, ...sessionStorage })");
        Assert.DoesNotContain("The smell came back", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", kept, StringComparison.Ordinal); // no token either
        maya.IsContent();
    }

    private string AsInProduction() => JsonSerializer.Serialize(new
    {
        issuers = new[] { new { agency = "CFP", authority = new Uri(site.Address, "/dev-identity/CFP/v2.0").ToString(), clientId = "casemanager-web", scope = "openid profile cases.readwrite" } },
        officers = Array.Empty<object>(),
    });

    private static async Task Begin(IPage page, string text)
    {
        await page.GotoAsync("/cases/NG-2026-014/timeline");
        await Composer(page);
        await Text(page).FillAsync(text);
    }

    private static async Task Composer(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Record", Exact = true }).ClickAsync();
        await Assertions.Expect(Text(page)).ToBeVisibleAsync();
    }

    private static ILocator Text(IPage page) => page.GetByLabel("What happened");

    private static async Task Become(IPage page, string name)
    {
        await page.Locator("button.who").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = name }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Banner)).ToContainTextAsync(name);
    }

    private static async Task SignOut(IPage page)
    {
        await page.Locator("button.who").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "CaseManager" })).ToBeVisibleAsync();
    }
}
