using CaseManager.Server.Tests.Faults;
using CaseManager.Server.Tests.Support;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>What follows from a fact is promised with it, outlives a crash and happens once.</summary>
public sealed class DurableMessageTests
{
    [Fact]
    public async Task A_deadline_outlives_a_killed_server_and_is_kept_once_by_whichever_node_is_there()
    {
        await using var stage = await Stage.Set();
        var officer = (await stage.Must("registerOfficer", "officer", new { subject = "guest", name = "Guest" })).Id;
        var ends = DateTimeOffset.UtcNow.AddSeconds(4);
        await stage.Must("grantCaseAccess", "grant", new
        {
            @case = stage.Case, officer, role = "INVESTIGATOR", until = ends, reason = "for the evening",
        });
        await stage.Server.Kill();

        await using var other = await Node.On(stage.Database, running: true, schema: false);
        await using var third = await Node.On(stage.Database, running: true, schema: false);
        await Until.True(async () => await Expired(stage.Database) > 0, "The deadline was forgotten.");
        await Until.True(async () => await Waiting(stage.Database) == 0, "A message is left.");
        Assert.Equal(1, await Expired(stage.Database));
        Assert.InRange(await Query.One<DateTime>(stage.Database, "select timestamp from es.mt_events where type = 'grant.expired.v1'"),
            ends.UtcDateTime, ends.UtcDateTime.AddSeconds(15));
    }

    [Fact]
    public async Task An_unanswered_hand_over_falls_overdue_once_though_the_server_was_killed()
    {
        await using var stage = await Stage.Set();
        var officer = (await stage.Must("registerOfficer", "officer", new { subject = "store", name = "Store" })).Id;
        await stage.Must("grantCaseAccess", "grant", new { @case = stage.Case, officer, role = "EXHIBIT_CUSTODIAN", reason = "keeps the exhibits" });
        var exhibit = (await stage.Must("seizeExhibit", "exhibit", new
        {
            @case = stage.Case, kind = "DOCUMENT", description = "Papers", seal = "S-1", place = new { description = "Quay" },
            occurred = new { zone = "America/Toronto", at = "2026-04-18T20:00" }, authority = new { kind = "CONSENT" },
        })).Id;
        await stage.Must("offerCustodyTransfer", "exhibit", new
        {
            exhibit, version = 1, to = officer, seal = "S-1", reason = "to the store", due = DateTimeOffset.UtcNow.AddSeconds(4),
        });
        await stage.Server.Kill();

        await using var other = await Node.On(stage.Database, running: true, schema: false);
        await using var third = await Node.On(stage.Database, running: true, schema: false);
        const string Overdue = "es.mt_events where type = 'exhibit.custody-transfer-fell-overdue.v1'";
        await Until.True(async () => await Query.Count(stage.Database, Overdue) > 0, "The deadline was forgotten.");
        await Until.True(async () => await Waiting(stage.Database) == 0, "A message is left.");
        Assert.Equal(1, await Query.Count(stage.Database, Overdue));
    }

    [Fact]
    public async Task An_act_that_is_rolled_back_promises_nothing()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database, running: true);
        var lead = await node.Arrives(Node.Registrar("lead"));
        var guest = await node.Arrives(Node.Officer("guest"));
        var onCase = await node.OpenedCase(lead);
        await Query.Run(database, """
            create function cm.refuse() returns trigger language plpgsql as $$ begin raise exception 'planted' using errcode = '53200'; end $$;
            create constraint trigger planted after insert on rm.officer_grant deferrable initially deferred for each row execute function cm.refuse();
            """);
        await Assert.ThrowsAnyAsync<Exception>(() => node.Grant(lead, onCase, guest, DateTimeOffset.UtcNow.AddHours(1)));
        Assert.Equal(0, await Waiting(database));

        await Query.Run(database, "drop trigger planted on rm.officer_grant");
        Acts.Done(await node.Grant(lead, onCase, guest, DateTimeOffset.UtcNow.AddHours(1)));
        Assert.Equal(1, await Waiting(database));
    }

    [Fact]
    public async Task A_deadline_whose_act_fails_is_tried_again_until_it_is_kept()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database, running: true);
        var lead = await node.Arrives(Node.Registrar("lead"));
        var guest = await node.Arrives(Node.Officer("guest"));
        var onCase = await node.OpenedCase(lead);
        await Query.Run(database, """
            create sequence cm.turn;
            create function cm.refuse() returns trigger language plpgsql as $$ begin
                if new.type = 'grant.expired.v1' and nextval('cm.turn') < 4 then raise exception 'planted' using errcode = '53200'; end if;
                return new; end $$;
            create trigger planted before insert on es.mt_events for each row execute function cm.refuse();
            """);
        Acts.Done(await node.Grant(lead, onCase, guest, DateTimeOffset.UtcNow.AddSeconds(1)));
        await Until.True(async () => await Expired(database) == 1, "The deadline was given up.");
        Assert.Equal(0, await Query.Count(database, "wolverine.wolverine_dead_letters"));
    }

    private static Task<long> Expired(string database) => Query.Count(database, "es.mt_events where type = 'grant.expired.v1'");

    private static Task<long> Waiting(string database) => Query.Count(database, "wolverine.wolverine_incoming_envelopes where status <> 'Handled'");
}
