using Xunit;

namespace CaseManager.Server.Tests.Api;

/// <summary>Hidden and missing are the same answer also of operations and their sites, byte for byte.</summary>
[Collection(ApiTests.Name)]
public sealed class OperationHiddenTests(ServerHost host)
{
    /// <summary>Questions about an operation ($operation), a site ($site), what partners see of it ($partner) or an acknowledgement ($given).</summary>
    internal static readonly string[] Questions =
    [
        "query($operation: ID!) { operation(id: $operation) { id name version hHour case { number } taskForce { code } history { what } board { pin lines { number } } sites { totalCount } partnerSites { totalCount } acknowledgements { totalCount } team { totalCount nodes { officer { name } } } decisions { number } votes { choice } } }",
        "query($operation: ID!) { operations(where: { id: { eq: $operation } }, order: [{ hHour: DESC }]) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } } }",
        "query($operation: ID!) { operations(where: { id: { in: [$operation] } }, asOf: \"2030-01-01T00:00:00Z\") { totalCount } }",
        "query($operation: ID!) { node(id: $operation) { __typename id } }",
        "query($site: ID!) { node(id: $site) { __typename id } }",
        "query($partner: ID!) { node(id: $partner) { __typename id ... on PartnerSite { number readiness operation { name } site { place } } } }",
        "query($given: ID!) { node(id: $given) { __typename id ... on Acknowledgement { site order seconds } } }",
        "query($operation: ID!, $site: ID!, $partner: ID!, $given: ID!) { nodes(ids: [$operation, $site, $partner, $given]) { __typename id } }",
        Site,
    ];

    private const string Site = "query($site: ID!) { site(id: $site) { id number place address coordinates { latitude longitude } agency { code } commander { name } zone authority { reference } reason version history { what } } }";

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task Every_question_about_a_hidden_operation_is_answered_like_one_about_none()
    {
        var granite = await Granite.Gone(_world);
        var given = (await _world.Theo.Do("acknowledgeOrder", new { site = granite.Site("S1"), order = 1 })).Id;
        var hidden = new { operation = granite.Id, site = granite.Site("S1"), partner = Partner(granite.Site("S1")), given };
        var nothing = new { operation = GlobalIds.Nothing("Operation"), site = GlobalIds.Nothing("Site"), partner = GlobalIds.Nothing("PartnerSite"), given = GlobalIds.Nothing("Acknowledgement") };
        foreach (var question in Questions)
        {
            Assert.NotEqual(await _world.Amara.Answer(question, nothing), await _world.Amara.Answer(question, hidden));
            foreach (var officer in new[] { _world.Novak, _world.Piet, _world.Stranger, _world.Desk, _world.Registrar, Northgate.RegistrarOf(host, "OPS"), _world.Staff.In("TEAM_COMMANDER") })
                Assert.Equal(await officer.Answer(question, nothing), await officer.Answer(question, hidden));
        }
    }

    [Fact]
    public async Task To_a_partner_another_agencys_site_is_answered_like_none()
    {
        var granite = await Granite.Plan(_world);
        foreach (var question in new[] { Site, Questions[4] })
        {
            Assert.NotEqual(await _world.Sanne.Answer(question, new { site = GlobalIds.Nothing("Site") }), await _world.Sanne.Answer(question, new { site = granite.Site("S4") }));
            Assert.Equal(await _world.Theo.Answer(question, new { site = GlobalIds.Nothing("Site") }), await _world.Theo.Answer(question, new { site = granite.Site("S4") }));
        }
    }

    // Reasons, places, commanders and authorities stand under the site's own label: partners' answers do not differ by them.
    [Fact]
    public async Task What_happens_within_another_agencys_site_leaves_no_trace_for_partners()
    {
        const string Everything =
            """
            query($id: ID!) { operation(id: $id) { version changedAt history { version what } sites { totalCount nodes { id } edges { cursor } }
              partnerSites { totalCount nodes { id version changedAt readiness readinessSince site { place } } edges { cursor } }
              board { pin awaited { code } lines { number readiness site { place } entry } } }
              operations(where: { id: { eq: $id } }) { totalCount } }
            """;
        var granite = await Granite.Plan(_world);
        await granite.At("S4").Do("reportSiteNotReady", new { site = granite.Site("S4"), reason = "Comms" });
        var before = await _world.Theo.Answer(Everything, new { id = granite.Id });
        Assert.DoesNotContain("\"errors\"", before, StringComparison.Ordinal);

        await granite.At("S4").Do("reportSiteNotReady", new { site = granite.Site("S4"), reason = "Two persons absent" });
        await granite.At("S4").Do("quashSiteAuthority", new { site = granite.Site("S4"), reason = "Quashed" });
        await _world.Amara.Do("shiftSite", new { site = granite.Site("S4"), version = 1_000, minutes = 3, reason = "Ferry" });

        Assert.Equal(before, await _world.Theo.Answer(Everything, new { id = granite.Id }));
        Assert.DoesNotContain("Two persons absent", before, StringComparison.Ordinal);
        Assert.Equal("Two persons absent", (await granite.Line(_world.Amara, "S4")).GetProperty("site").GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Who_does_what_for_another_agency_is_not_shown_to_partners()
    {
        const string Grants = "query($officer: ID!) { node(id: $officer) { ... on Officer { grants(first: 50) { nodes { operation { id } periods { role } } } } } }";
        var granite = await Granite.Plan(_world);
        var question = new { officer = _world.Sanne.Id };
        Assert.Contains(granite.Id, await _world.Amara.Answer(Grants, question), StringComparison.Ordinal);
        Assert.Contains(granite.Id, await _world.Sanne.Answer(Grants, question), StringComparison.Ordinal);
        Assert.DoesNotContain(granite.Id, await _world.Theo.Answer(Grants, question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_case_it_serves_is_shown_to_those_of_the_case()
    {
        const string Case = "query($id: ID!) { operation(id: $id) { case { number } history { fields { field was is } } } }";
        var operation = (await _world.Jules.Do("planOperation", new
        {
            name = "CASED", aim = "For Halden", taskForce = _world.TaskForce, @case = _world.Halden, hHour = new { at = "2026-05-13T10:15Z" },
        })).Id;
        await _world.Jules.Do("grantOperationAccess", new { operation, officer = _world.Daniel.Id, role = "LIAISON", reason = "Partner" });
        Assert.Equal("NG-2026-014", (await _world.Jules.Ask(Case, new { id = operation })).GetProperty("operation").GetProperty("case").GetProperty("number").GetString());
        var told = await _world.Daniel.Answer(Case, new { id = operation });
        Assert.Contains("\"case\":null", told, StringComparison.Ordinal);
        Assert.DoesNotContain(GlobalIds.Key(_world.Halden).ToString(), told, StringComparison.OrdinalIgnoreCase);

        var sealedCase = await _world.Jules.Act("planOperation", Input(_world.Sealed));
        Assert.Equal(("record.unknown", "case"), (sealedCase.Code, sealedCase.Field));
        Assert.Equal((await _world.Jules.Act("planOperation", Input(GlobalIds.Nothing("Case")))).Text, sealedCase.Text);
    }

    [Fact]
    public async Task Following_a_hidden_board_is_as_silent_as_following_none()
    {
        const string Live = "subscription($id: ID!) { boardChanged(operation: $id) { status } }";
        var granite = await Granite.Plan(_world);
        await using var hidden = await _world.Novak.Listen(Live, new { id = granite.Id });
        await using var inside = await _world.Amara.Listen(Live, new { id = granite.Id });
        var (outside, told) = (hidden.Next(TimeSpan.FromSeconds(30)), inside.Next(TimeSpan.FromSeconds(30)));
        await Eventually.True(async () =>
        {
            await granite.At("S2").Do("reportSiteNotReady", new { site = granite.Site("S2"), reason = "Radio" });
            await granite.Ready("S2");
            return told.IsCompleted;
        }, "the coordinator heard nothing");
        Assert.Contains("PLANNED", (await told).ToString()!, StringComparison.Ordinal);
        Assert.False(outside.IsCompleted);
    }

    private object Input(string onCase) => new { name = "CASED", aim = "Sealed?", taskForce = _world.TaskForce, @case = onCase, hHour = new { at = "2026-05-13T10:15Z" } };

    private static string Partner(string site) =>
        GlobalIds.Of("PartnerSite", Server.Operations.PartnerSiteId.Of(new Domain.Kernel.SiteId(GlobalIds.Key(site))).Value);
}
