using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>The rules that GRANITE's sites are held to: which one fails, since when, what another H-hour would change, and that nobody goes on what is too old.</summary>
[Collection(ApiTests.Name)]
public sealed class ReadinessTests(ServerHost host)
{
    private const string Rules =
        """
        query($id: ID!, $asOf: DateTime) { operation(id: $id) { version policy { name version rules { rule minutes count } }
          board(asOf: $asOf) { pin lines { number readiness rules { rule standing why since until minutes count check { passed at count detail by { name } } } } } } }
        """;

    private const string WhatIf =
        """
        query($id: ID!, $at: DateTime!, $from: DateTime!) { operation(id: $id) { earliestHHour(from: $from) { at complete } ifHHour(at: $at) { site { number } localEntry authority why } } }
        """;

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task The_earliest_H_that_all_sites_allow_is_six_in_Toronto()
    {
        var granite = await Granite.Plan(_world, "2026-05-13T09:30Z");
        var seen = (await _world.Amara.Ask(WhatIf, new { id = granite.Id, at = "2026-05-13T20:30:00-04:00", from = "2026-05-13T09:30:00Z" })).GetProperty("operation");
        Assert.Equal(("2026-05-13T10:00:00Z", true), (Text(seen.GetProperty("earliestHHour"), "at"), seen.GetProperty("earliestHHour").GetProperty("complete").GetBoolean()));

        // Half past eight in the evening in Toronto is half past two at night in Rotterdam, when the order has ended.
        Assert.Equal(["S1 2026-05-13T20:30:00-04:00 MET", "S2 2026-05-13T20:30:00-04:00 MET", "S4 2026-05-14T02:30:00+02:00 FAILED OUTSIDE_HOURS", "S5 2026-05-13T20:30:00-04:00 MET"],
            seen.GetProperty("ifHHour").EnumerateArray().Select(l => $"{Text(l.GetProperty("site"), "number")} {Text(l, "localEntry")} {Text(l, "authority")} {Text(l, "why")}".TrimEnd()));

        // A partner is told of its own site, and that this is not all.
        var partner = (await _world.Sanne.Ask(WhatIf, new { id = granite.Id, at = "2026-05-13T20:30:00-04:00", from = "2026-05-13T03:00:00Z" })).GetProperty("operation");
        Assert.Equal(("2026-05-13T06:00:00Z", false), (Text(partner.GetProperty("earliestHHour"), "at"), partner.GetProperty("earliestHHour").GetProperty("complete").GetBoolean()));
        Assert.Equal("S4", Text(Assert.Single(partner.GetProperty("ifHHour").EnumerateArray()).GetProperty("site"), "number"));
    }

    [Fact]
    public async Task Each_site_says_which_rule_fails_and_since_when()
    {
        var granite = await Ruled();
        Assert.Equal(("site.rule-failed", "rules.deconfliction"), Why(await granite.Ready("S1")));
        var before = DateTimeOffset.UtcNow.AddSeconds(-30);
        await Check(granite, "S1", "DECONFLICTION");
        await Check(granite, "S1", "STAFF", count: 4, detail: "One van only");

        var rules = (await Line(_world.Amara, granite, "S1")).GetProperty("rules").EnumerateArray().ToDictionary(r => Text(r, "rule")!);
        Assert.Equal(("MET", null), (Text(rules["AUTHORITY"], "standing"), Text(rules["AUTHORITY"], "why")));
        Assert.Equal(("MET", "Theo Lang"), (Text(rules["DECONFLICTION"], "standing"), Text(rules["DECONFLICTION"].GetProperty("check").GetProperty("by"), "name")));
        Assert.Equal(TimeSpan.FromMinutes(720), rules["DECONFLICTION"].GetProperty("until").GetDateTimeOffset() - rules["DECONFLICTION"].GetProperty("check").GetProperty("at").GetDateTimeOffset());
        Assert.Equal(("FAILED", "TOO_FEW", "One van only"), (Text(rules["STAFF"], "standing"), Text(rules["STAFF"], "why"), Text(rules["STAFF"].GetProperty("check"), "detail")));
        Assert.Equal(("FAILED", "MISSING"), (Text(rules["COMMUNICATIONS"], "standing"), Text(rules["COMMUNICATIONS"], "why")));
        Assert.Equal("NOT_NEEDED", Text(rules["HAZMAT"], "standing"));
        Assert.All(rules.Values, rule => Assert.InRange(rule.GetProperty("since").GetDateTimeOffset(), before.AddMinutes(-10), DateTimeOffset.UtcNow.AddSeconds(30)));

        // Partners learn that a site is ready or not, and nothing of its rules.
        Assert.Empty((await Line(_world.Sanne, granite, "S1")).GetProperty("rules").EnumerateArray());
        Assert.NotEmpty((await Line(_world.Sanne, granite, "S4")).GetProperty("rules").EnumerateArray());
    }

    [Fact]
    public async Task A_check_that_is_too_old_is_red_and_a_new_one_puts_it_right()
    {
        var granite = await Ruled();
        await InOrder(granite, "S4", except: "COMMUNICATIONS");
        await Check(granite, "S4", "COMMUNICATIONS", at: DateTimeOffset.UtcNow.AddHours(-3));
        var old = await Rule(granite, "S4", "COMMUNICATIONS");
        Assert.Equal(("FAILED", "TOO_OLD"), (Text(old, "standing"), Text(old, "why")));
        Assert.Equal(TimeSpan.FromHours(2), old.GetProperty("since").GetDateTimeOffset() - old.GetProperty("check").GetProperty("at").GetDateTimeOffset());
        Assert.Equal(("site.rule-failed", "rules.communications"), Why(await granite.Ready("S4")));

        await Check(granite, "S4", "COMMUNICATIONS");
        Assert.Equal("MET", Text(await Rule(granite, "S4", "COMMUNICATIONS"), "standing"));
        Assert.Null((await granite.Ready("S4")).Code);
        Assert.Equal("site.other-agency", (await _world.Amara.Act("reportSiteCheck", new { site = granite.Site("S4"), rule = "BRIEFING", passed = true })).Code);
    }

    [Fact]
    public async Task A_laboratory_found_at_the_last_moment_holds_the_go_until_hazmat_is_there()
    {
        var granite = await Ruled();
        foreach (var number in Granite.Numbers)
            await InOrder(granite, number);
        await granite.AllReady();
        var pin = await granite.AllVote();
        Assert.Null((await granite.Go(pin)).Code);
        var gone = DateTimeOffset.UtcNow;

        await _world.Maya.Do("setSiteRisks", new { site = granite.Site("S2"), version = 1_000, risks = new[] { "LABORATORY", "CHILDREN" }, reason = "Seen through the window" });
        var board = (await granite.See(_world.Amara)).GetProperty("board");
        Assert.Equal(("HOLD", "SITE_CHANGED", "S2"), (Text(board, "status"), Text(board.GetProperty("order"), "cause"), Text(board.GetProperty("order"), "site")));
        Assert.Equal(("site.rule-failed", "rules.hazmat"), Why(await granite.Ready("S2")));
        await Check(granite, "S2", "HAZMAT");
        Assert.Null((await granite.Ready("S2")).Code);

        // What it was when the go was taken stays known: hazmat was not needed then.
        var then = (await _world.Amara.Ask(Rules, new { id = granite.Id, asOf = gone })).GetProperty("operation").GetProperty("board").GetProperty("lines").EnumerateArray();
        Assert.Equal("NOT_NEEDED", Text(then.Single(l => Text(l, "number") == "S2").GetProperty("rules").EnumerateArray().Single(r => Text(r, "rule") == "HAZMAT"), "standing"));
    }

    [Fact]
    public async Task New_rules_make_every_site_report_anew_and_votes_count_no_more()
    {
        var granite = await Granite.Plan(_world);
        await granite.AllReady();
        var pin = await granite.AllVote();
        await Set(granite, new { rule = "BRIEFING" });
        Assert.Equal("operation.stale-pin", (await granite.Go(pin)).Code);
        Assert.All((await granite.See(_world.Amara)).GetProperty("board").GetProperty("lines").EnumerateArray(), line => Assert.Equal("AWAITED", Text(line, "readiness")));
        Assert.All((await granite.See(_world.Amara)).GetProperty("board").GetProperty("votes").EnumerateArray(), vote => Assert.False(vote.GetProperty("counts").GetBoolean()));

        Assert.Equal(("policy.bad-minutes", "rules.minutes"), Why(await _world.Amara.Act("setReadinessPolicy", new { operation = granite.Id, version = 1_000, name = "R2", rules = new[] { new { rule = "COMMUNICATIONS" } }, reason = "Tighter" })));
    }

    /// <summary>GRANITE under its policy of northgate.md.</summary>
    private async Task<Granite> Ruled()
    {
        var granite = await Granite.Plan(_world);
        await Set(granite, new { rule = "AUTHORITY", minutes = 240 }, new { rule = "DECONFLICTION", minutes = 720 }, new { rule = "STAFF", count = 6 },
            new { rule = "HAZMAT" }, new { rule = "COMMUNICATIONS", minutes = 120 });
        return granite;
    }

    private Task<Outcome> Set(Granite granite, params object[] rules) =>
        _world.Amara.Do("setReadinessPolicy", new { operation = granite.Id, version = 1_000, name = "GRANITE-R1", rules, reason = "Agreed by all" });

    private static async Task InOrder(Granite granite, string number, string? except = null)
    {
        foreach (var rule in new[] { "DECONFLICTION", "STAFF", "COMMUNICATIONS" }.Where(r => r != except))
            await Check(granite, number, rule, rule == "STAFF" ? 8 : null);
    }

    private static Task<Outcome> Check(Granite granite, string number, string rule, int? count = null, string? detail = null, DateTimeOffset? at = null) =>
        granite.At(number).Do("reportSiteCheck", new { site = granite.Site(number), rule, passed = true, count, detail, at });

    private async Task<JsonElement> Rule(Granite granite, string number, string rule) =>
        (await Line(_world.Amara, granite, number)).GetProperty("rules").EnumerateArray().Single(r => Text(r, "rule") == rule);

    private static async Task<JsonElement> Line(Voice who, Granite granite, string number) =>
        (await who.Ask(Rules, new { id = granite.Id })).GetProperty("operation").GetProperty("board").GetProperty("lines").EnumerateArray().Single(l => Text(l, "number") == number);

    private static (string?, string?) Why(Outcome outcome) => (outcome.Code, outcome.Field);

    private static string? Text(JsonElement of, string field) => of.GetProperty(field).GetString();
}
