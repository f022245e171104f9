using CaseManager.Server.Kernel;
using CaseManager.Server.Tests.Support;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>An act may stand on somebody else's rights: what is offered to an officer, the officer may read at the commit.</summary>
public sealed class JudgedRightsTests
{
    [Fact]
    public async Task An_offer_waits_for_a_revocation_under_way_and_stands_on_what_it_leaves()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database, running: true);
        var (lead, store, onCase) = await Staff(node);
        var exhibit = Acts.Done(await node.Seize(lead, onCase));

        await using var connection = await Query.Open(database);
        await using var revocation = await connection.BeginTransactionAsync();
        await Query.Texts(connection, $"update cm.officer_epoch set epoch = epoch + 1 where officer_id = '{store.Officer.Value}' returning 'held'");
        await Query.Texts(connection, $"update rm.officer_grant set periods = '[]' where officer = '{store.Officer.Value}' returning 'gone'");
        var offer = node.Offer(lead, exhibit, 1, store);
        await Until.True(async () => offer.IsCompleted || await Query.Count(database,
            "pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%officer_epoch%'") > 0, "The offer neither waits nor ends.");
        Assert.False(offer.IsCompleted);
        await revocation.CommitAsync();

        Assert.Equal("exhibit.addressee-cannot-take", (await offer).Refusal?.Code);
    }

    [Fact]
    public async Task Of_offers_and_revocations_at_one_moment_on_two_nodes_no_offer_comes_after_its_revocation()
    {
        var database = await TestPostgres.NewDatabase();
        await using var a = await Node.On(database, running: true);
        await using var b = await Node.On(database, running: true, schema: false);
        var (lead, store, onCase) = await Staff(a);
        for (var round = 0; round < 20; round++)
        {
            var exhibit = Acts.Done(await a.Seize(lead, onCase));
            var offer = a.Offer(lead, exhibit, 1, store);
            Acts.Done(await b.Withdraw(lead, onCase, store));
            Assert.Contains((await offer).Refusal?.Code, new[] { null, "exhibit.addressee-cannot-take" });
            Assert.Equal(0, await Query.Count(database,
                $"es.mt_events o where o.stream_id = '{exhibit}' and o.type = 'exhibit.custody-transfer-offered.v1' and o.seq_id > "
                + "(select max(w.seq_id) from es.mt_events w where w.type = 'grant.withdrawn.v1')"));
            Acts.Done(await a.Grant(lead, onCase, store));
        }
    }

    private static async Task<(Caller Lead, Caller Store, Guid Case)> Staff(Node node)
    {
        var lead = await node.Arrives(Node.Registrar("lead"));
        var store = await node.Arrives(Node.Officer("store"));
        var onCase = await node.OpenedCase(lead);
        Acts.Done(await node.Grant(lead, onCase, store));
        return (lead, store, onCase);
    }
}
