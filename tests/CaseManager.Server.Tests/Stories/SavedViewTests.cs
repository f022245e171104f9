using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Officers keep filters under names, for themselves or for their agency.</summary>
[Collection(ApiTests.Name)]
public sealed class SavedViewTests(ServerHost host)
{
    private const string Mine = "query($where: SavedViewFilterInput) { me { savedViews(first: 50, where: $where) { totalCount nodes { name page query shared officer { name } } } } }";
    private const string Of = "query($id: ID!) { node(id: $id) { ... on Officer { savedViews(first: 50) { totalCount nodes { name } } } } }";
    private const string One = "query($id: ID!) { node(id: $id) { __typename id ... on SavedView { name query history { what } } } }";

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task What_one_keeps_for_oneself_nobody_else_finds()
    {
        var (daniel, colleague) = (await NewOfficer("USDE"), await NewOfficer("USDE"));
        var view = await Save(daniel, "Urgent", "priority=URGENT");
        Assert.Equal(["Urgent"], await Names(daniel));
        foreach (var other in new[] { colleague, _world.Maya, _world.Jules, Northgate.RegistrarOf(host, "USDE"), _world.Stranger })
        {
            Assert.DoesNotContain("Urgent", (await other.Answer(Of, new { id = daniel.Id })), StringComparison.Ordinal);
            Assert.Equal(await other.Answer(One, new { id = GlobalIds.Nothing("SavedView") }), await other.Answer(One, new { id = view }));
            foreach (var (mutation, there, nowhere) in new (string, object, object)[]
            {
                ("renameSavedView", new { view, version = 1, name = "Mine" }, new { view = GlobalIds.Nothing("SavedView"), version = 1, name = "Mine" }),
                ("removeSavedView", new { view }, new { view = GlobalIds.Nothing("SavedView") }),
            })
            {
                var hidden = await other.Act(mutation, there);
                Assert.Equal("record.unknown", hidden.Code);
                Assert.Equal((await other.Act(mutation, nowhere)).Text, hidden.Text);
            }
        }
        Assert.Equal(1, await host.FactsOf(view));
    }

    [Fact]
    public async Task What_is_shared_the_agency_sees_and_only_its_owner_changes()
    {
        var (owner, colleague, elsewhere) = (await NewOfficer("CBA"), await NewOfficer("CBA"), await NewOfficer("USDE"));
        var name = $"Quay {Guid.NewGuid():n}";
        var view = await Save(owner, name, "place=quay", "AGENCY");

        Assert.Contains(name, await Names(colleague));
        Assert.Contains(name, (await colleague.Answer(Of, new { id = owner.Id })), StringComparison.Ordinal);
        Assert.DoesNotContain(name, await Names(elsewhere));
        Assert.DoesNotContain(name, (await elsewhere.Answer(Of, new { id = owner.Id })), StringComparison.Ordinal);
        Assert.Equal("saved-view.not-yours", (await colleague.Act("renameSavedView", new { view, version = 1, name = "Mine" })).Code);
        Assert.Equal("saved-view.not-yours", (await colleague.Act("removeSavedView", new { view })).Code);
        Assert.Equal("record.unknown", (await elsewhere.Act("removeSavedView", new { view })).Code);

        await owner.Do("removeSavedView", new { view });
        Assert.DoesNotContain(name, await Names(colleague));
        Assert.DoesNotContain(name, await Names(owner));
    }

    [Fact]
    public async Task A_name_is_given_once_by_each_officer_and_free_again_after()
    {
        var (one, other) = (await NewOfficer("USDE"), await NewOfficer("USDE"));
        var view = await Save(one, "Urgent", null);
        var taken = await one.Act("saveView", new { page = "tasks", name = "URGENT" });
        Assert.Equal(("saved-view.name-taken", "name"), (taken.Code, taken.Field));
        await Save(other, "Urgent", null);

        var second = await Save(one, "Late", null);
        Assert.Equal("saved-view.name-taken", (await one.Act("renameSavedView", new { view = second, version = 1, name = "urgent" })).Code);
        await one.Do("renameSavedView", new { view, version = 1, name = "urgent" });
        await one.Do("removeSavedView", new { view });
        await one.Do("renameSavedView", new { view = second, version = 1, name = "Urgent" });
        Assert.Equal("saved-view.removed", (await one.Act("renameSavedView", new { view, version = 3, name = "Back" })).Code);
        Assert.Equal(["Urgent"], await Names(one));
        var told = (await one.Ask(One, new { id = second })).GetProperty("node").GetProperty("history").EnumerateArray().Select(c => c.GetProperty("what").GetString());
        Assert.Equal(["saved-view.saved.v1", "saved-view.renamed.v1"], told);
    }

    [Fact]
    public async Task A_page_asks_for_its_own()
    {
        var officer = await NewOfficer("USDE");
        await Save(officer, "Urgent", "priority=URGENT");
        await officer.Do("saveView", new { page = "tasks", name = "Late", query = "overdue=true" });
        var told = (await officer.Ask(Mine, new { where = new { page = new { eq = "tasks" } } })).GetProperty("me").GetProperty("savedViews").GetProperty("nodes");
        var view = Assert.Single(told.EnumerateArray());
        Assert.Equal(("Late", "overdue=true", "NOBODY"), (view.GetProperty("name").GetString(), view.GetProperty("query").GetString(), view.GetProperty("shared").GetString()));
    }

    [Fact]
    public async Task There_are_a_hundred_at_most()
    {
        var officer = await NewOfficer("USDE");
        for (var i = 0; i < 99; i++)
            await Save(officer, $"View {i}", null);
        var last = await Save(officer, "The hundredth", null);
        Assert.Equal("saved-view.too-many", (await officer.Act("saveView", new { page = "cases", name = "One more" })).Code);
        await officer.Do("removeSavedView", new { view = last });
        await Save(officer, "One more", null);
    }

    [Fact]
    public async Task Each_chooses_their_own_language()
    {
        var officer = await NewOfficer("USDE");
        Assert.Equal(1, await host.FactsOf(officer.Id));
        Assert.Equal(2, (await officer.Do("chooseLanguage", new { language = "fr" })).Version);
        Assert.Equal(2, (await officer.Do("chooseLanguage", new { language = "fr" })).Version);
        var me = (await officer.Ask("{ me { language history { what fields { field was is } } } }")).GetProperty("me");
        Assert.Equal("fr", me.GetProperty("language").GetString());
        Assert.Equal("officer.language-chosen.v1", me.GetProperty("history").EnumerateArray().Last().GetProperty("what").GetString());
    }

    private async Task<Voice> NewOfficer(string agency)
    {
        var subject = $"s{Guid.NewGuid():n}";
        await Northgate.RegistrarOf(host, agency).Do("registerOfficer", new { subject, name = "New Officer" });
        return host.As(subject, agency);
    }

    private static async Task<string> Save(Voice officer, string name, string? query, string? shared = null) =>
        (await officer.Do("saveView", new { page = "cases", name, query, shared })).Id;

    private static async Task<string[]> Names(Voice officer)
    {
        var views = (await officer.Ask(Mine)).GetProperty("me").GetProperty("savedViews");
        Assert.Equal(views.GetProperty("totalCount").GetInt32(), views.GetProperty("nodes").GetArrayLength());
        return [.. views.GetProperty("nodes").EnumerateArray().Select(v => v.GetProperty("name").GetString()!)];
    }
}
