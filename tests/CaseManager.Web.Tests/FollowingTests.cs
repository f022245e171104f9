using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>What happens after a page was answered and before it is heard that it follows is not lost.</summary>
[Collection(Northgate.Name)]
public sealed class FollowingTests(Site site)
{
    [Fact]
    public async Task An_exhibit_resealed_before_the_page_follows_it_is_shown_as_it_is()
    {
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        var file = await NewCase(api, "Slow line");
        var exhibit = (await api.Act("seizeExhibit", new
        {
            @case = Id(file), description = "A phone", kind = "OTHER", seal = "S-1", place = new { description = "A desk" }, authority = new { kind = "FOUND" },
            occurred = new { zone = "America/Toronto", at = "2026-02-03T10:00" },
        }, "exhibit { id }"))["exhibit"]!;
        await using var maya = await site.Open("Maya Roy");
        var following = await Hold(maya);
        await maya.Opens($"/exhibits/{Uri.EscapeDataString(Id(exhibit))}");

        await api.Act("resealExhibit", new { exhibit = Id(exhibit), version = 1, seal = "S-2", reason = "The first one tore" }, "version");
        following.SetResult();

        await Assertions.Expect(maya.Page.Locator(".chain > li").Last).ToContainTextAsync("S-2");
        maya.IsContent();
    }

    [Fact]
    public async Task An_entry_recorded_before_the_page_follows_the_timeline_is_shown()
    {
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        var file = await NewCase(api, "Slow timeline");
        await using var maya = await site.Open("Maya Roy");
        var following = await Hold(maya);
        await maya.Opens($"/cases/{file["number"]}/timeline");

        await api.Act("recordTimelineEntry", new { @case = Id(file), text = "The van left.", occurred = new { zone = "America/Toronto", date = "2026-02-03" } }, "version");
        following.SetResult();

        await Assertions.Expect(maya.Page.GetByText("The van left.")).ToBeVisibleAsync();
        maya.IsContent();
    }

    [Fact]
    public async Task A_case_opened_before_the_list_is_followed_is_in_it()
    {
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        await using var maya = await site.Open("Maya Roy");
        var following = await Hold(maya);
        await maya.Opens("/cases");

        await NewCase(api, "Opened unheard");
        following.SetResult();

        await Assertions.Expect(maya.Row("Opened unheard")).ToBeVisibleAsync();
        maya.IsContent();
    }

    [Fact]
    public async Task Whose_role_ends_before_the_page_follows_the_case_sees_it_no_longer()
    {
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        var theo = (await api.Ask("{ officers(where: { name: { contains: \"Theo\" } }) { nodes { id } } }"))["officers"]!["nodes"]![0]!;
        var file = (await api.Act("openCase", new { title = "Not for long", summary = "Watched.", team = new[] { new { officer = Id(theo), role = "OBSERVER" } } }, "case { id number }"))["case"]!;
        await using var person = await site.Open("Theo Lang");
        var following = await Hold(person);
        await person.Goes($"/cases/{file["number"]}", "Not for long");

        await api.Act("withdrawCaseAccess", new { @case = Id(file), officer = Id(theo), role = "OBSERVER", reason = "Moved on" }, "version");
        following.SetResult();

        await Assertions.Expect(person.Page.GetByText("Not for long")).ToHaveCountAsync(0);
    }

    /// <summary>Nothing the page asks to follow reaches the server before the task is done.</summary>
    private static async Task<TaskCompletionSource> Hold(Person person)
    {
        var free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await person.Page.RouteWebSocketAsync("**/graphql", line =>
        {
            var server = line.ConnectToServer();
            line.OnMessage(async frame =>
            {
                if (JsonNode.Parse(frame.Text!)!["type"]!.GetValue<string>() is "subscribe" or "complete")
                    await free.Task;
                server.Send(frame.Text!);
            });
        });
        return free;
    }

    private static async Task<JsonNode> NewCase(Api api, string title) =>
        (await api.Act("openCase", new { title, summary = "Watched." }, "case { id number }"))["case"]!;

    private static string Id(JsonNode record) => record["id"]!.GetValue<string>();
}
