using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>Lists that others write on while one looks at them.</summary>
[Collection(Northgate.Name)]
public sealed class LiveListTests(Site site)
{
    [Fact]
    public async Task What_a_colleague_does_shows_in_the_list_one_looks_at()
    {
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        await using var jules = await site.Open("Jules Bédard");
        await jules.Goes("/cases", "Cases");
        await Assertions.Expect(Row(jules, "Halden")).ToBeVisibleAsync();

        var supervisor = await OfficerId(api, "Jules");
        var file = (await api.Act("openCase", new { title = "Tidal gate", summary = "Watched.", team = new[] { new { officer = supervisor, role = "SUPERVISOR" } } }, "case { id number }"))["case"]!;
        await Assertions.Expect(Row(jules, "Tidal gate")).ToBeVisibleAsync();

        await jules.Goes($"/cases/{file["number"]}/tasks", "Tidal gate");
        await Assertions.Expect(jules.Page.GetByRole(AriaRole.Tab, new() { Name = "Tasks", Selected = true })).ToBeVisibleAsync();
        await api.Act("createTask", new { @case = file["id"]!.GetValue<string>(), title = "Read the gate's log", assignee = supervisor, due = new { zone = "America/Toronto", at = "2031-01-05T12:00" } }, "task { id }");
        await Assertions.Expect(Row(jules, "Read the gate's log")).ToBeVisibleAsync();
        jules.IsContent();
    }

    [Fact]
    public async Task Who_may_not_see_it_sees_the_list_as_it_was()
    {
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        await using var theo = await site.Open("Theo Lang");
        await theo.Goes("/cases", "Cases");
        await Assertions.Expect(Row(theo, "Halden")).ToBeVisibleAsync();

        await api.Act("openCase", new { title = "Not for Theo", summary = "Watched." }, "case { id }");
        var seen = (await api.Act("openCase", new { title = "For Theo too", summary = "Watched.", team = new[] { new { officer = await OfficerId(api, "Theo"), role = "OBSERVER" } } }, "case { id }"))["case"];

        await Assertions.Expect(Row(theo, "For Theo too")).ToBeVisibleAsync();
        await Assertions.Expect(Row(theo, "Not for Theo")).ToHaveCountAsync(0);
        Assert.NotNull(seen);
        theo.IsContent();
    }

    [Theory]
    [InlineData("en", "Attachments", "Withdraw the attachment gate.jpg", "Reason")]
    [InlineData("fr", "Pièces jointes", "Retirer la pièce jointe gate.jpg", "Motif")]
    public async Task What_was_attached_by_mistake_is_withdrawn_with_a_reason(string language, string attached, string withdraw, string reason)
    {
        using var api = await Api.As(site.Address, "CFP", "maya.roy");
        var file = (await api.Act("openCase", new { title = "Gate", summary = "Watched." }, "case { id number }"))["case"]!;
        var entry = (await api.Act("recordTimelineEntry", new { @case = file["id"]!.GetValue<string>(), text = "The gate stood open.", occurred = new { zone = "America/Toronto", date = "2026-02-03" } }, "entry { id }"))["entry"]!["id"]!.GetValue<string>();
        await api.Act("referenceAttachment", new { entry, name = "gate.jpg", reference = "urn:store:gate" }, "version");
        await using var maya = await site.Open("Maya Roy", language);
        await maya.Goes($"/cases/{file["number"]}/timeline?entry={Uri.EscapeDataString(entry)}", "Gate");
        var peek = maya.Page.Locator(".peek");
        await Assertions.Expect(peek.GetByRole(AriaRole.Heading, new() { Name = attached })).ToBeVisibleAsync();

        await peek.GetByRole(AriaRole.Button, new() { Name = withdraw }).ClickAsync();
        await peek.GetByLabel(reason).FillAsync("Another gate");
        await peek.GetByRole(AriaRole.Button, new() { Name = withdraw }).ClickAsync();

        await Assertions.Expect(peek.GetByRole(AriaRole.Heading, new() { Name = attached })).ToHaveCountAsync(0);
        await Assertions.Expect(peek.Locator(".changes")).ToContainTextAsync("Another gate");
        maya.IsContent();
    }

    private static ILocator Row(Person person, string said) => person.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = said });

    private static async Task<string> OfficerId(Api api, string name) =>
        (await api.Ask($"{{ officers(where: {{ name: {{ contains: \"{name}\" }} }}) {{ nodes {{ id }} }} }}"))["officers"]!["nodes"]![0]!["id"]!.GetValue<string>();
}
