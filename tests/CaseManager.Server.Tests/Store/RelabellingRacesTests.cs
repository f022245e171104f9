using CaseManager.Domain.Kernel;
using CaseManager.Server.Cases;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Store;

/// <summary>Whatever is done at the moment in which something is put under another label, nothing is left under the former one.</summary>
public sealed class RelabellingRacesTests(ITestOutputHelper output)
{
    private static readonly int Rounds = 10 * Scale.Of;

    [Fact]
    public async Task Of_acts_on_two_nodes_while_a_case_is_raised_none_leaves_a_row_under_its_former_label()
    {
        var database = await TestPostgres.NewDatabase();
        await using var a = await Node.On(database, running: true);
        await using var b = await Node.On(database, running: true, schema: false);
        var lead = await a.Arrives(Node.Registrar("lead"));
        var store = await a.Arrives(Node.Officer("store"));
        var done = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var onCase = await a.OpenedCase(lead);
            Acts.Done(await a.Grant(lead, onCase, store));
            var entry = Acts.Done(await a.Record(lead, onCase, "seen"));
            var exhibits = new[] { Acts.Done(await a.Seize(lead, onCase)), Acts.Done(await a.Seize(store, onCase)) };
            var task = Acts.Done(await a.Ask(lead, onCase, "watch", DateTimeOffset.UtcNow.AddDays(1), mandatory: true));

            var raise = a.MarkCase(lead, onCase, Tlp.Red, lead);
            var others = await Task.WhenAll(
                b.Reseal(lead, exhibits[0], "S-2"), b.Reseal(store, exhibits[1], "S-2"), b.Correct(lead, entry, long.MaxValue, "heard"), b.Record(store, onCase, "heard too"),
                b.Seize(store, onCase), b.Link(lead, entry, exhibits[0]), b.Complete(store, task, long.MaxValue), b.Ask(lead, onCase, "more", DateTimeOffset.UtcNow.AddDays(1)));

            Acts.Done(await raise);
            done += others.Count(acted => acted.Refusal is null);
            Assert.Empty(await Below(database, onCase));
            Assert.Equal((0, 0), (await b.As(store, reader => Seen(reader, onCase)), await a.As(store, reader => Seen(reader, onCase))));
        }
        Assert.InRange(done, Rounds, Rounds * 8);
        Assert.Empty(Views.Differences(await Views.Live(database), await Views.Folded(database)));
        output.WriteLine($"figure relabel-races rounds={Rounds} acts={done} wrong=0");
    }

    [Fact]
    public async Task A_raising_waits_for_what_those_on_the_case_have_under_way()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database, running: true);
        var lead = await node.Arrives(Node.Registrar("lead"));
        var onCase = await node.OpenedCase(lead);
        var exhibit = Acts.Done(await node.Seize(lead, onCase));

        // The act is kept from its end here; it holds her rights meanwhile, which the raising takes before all else.
        await using var connection = await Query.Open(database);
        await using var holding = await connection.BeginTransactionAsync();
        await Query.Texts(connection, $"select 'held' from es.mt_streams where id = '{exhibit}' for no key update");
        var reseal = node.Reseal(lead, exhibit, "S-2");
        await Until.True(async () => await Waiting(database, "mt_quick_append_events") == 1, "The act does not wait for the stream.");
        var raise = node.MarkCase(lead, onCase, Tlp.Red, lead);
        await Until.True(async () => await Waiting(database, "officer_epoch") == 1, "The raising does not wait for the act under way.");
        await holding.CommitAsync();

        Acts.Done(await reseal);
        Acts.Done(await raise);
        Assert.Empty(await Below(database, onCase));
        Assert.Empty(Views.Differences(await Views.Live(database), await Views.Folded(database)));
    }

    [Fact]
    public async Task What_is_written_under_a_former_label_is_never_committed()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var lead = await node.Arrives(Node.Registrar("lead"));
        var exhibit = Acts.Done(await node.Seize(lead, await node.OpenedCase(lead)));
        await Query.Run(database, $"insert into cm.relabelled select id, label + 1, 'Red' from rm.exhibit where id = '{exhibit}'");
        var fault = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Query.Run(database,
            $"with f as (select * from es.mt_events where stream_id = '{exhibit}') insert into es.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, user_name, is_archived) "
            + "select nextval('es.mt_events_sequence'), gen_random_uuid(), stream_id, 2, data, type, timestamp, tenant_id, mt_dotnet_type, headers, user_name, false from f; "
            + $"update es.mt_streams set version = 2 where id = '{exhibit}'"));
        Assert.Equal("40001", fault.SqlState);
        Assert.Equal(1, await Query.Count(database, $"es.mt_events where stream_id = '{exhibit}'"));
    }

    [Fact]
    public async Task A_raising_that_is_not_committed_moves_nothing()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var lead = await node.Arrives(Node.Registrar("lead"));
        var onCase = await node.OpenedCase(lead);
        Acts.Done(await node.Record(lead, onCase, "seen"));
        var before = await Views.Live(database);
        // The last statement of the act finds its table closed to it.
        await Query.Run(database, "create function cm.no() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$; "
            + "create trigger no before insert on rm.case_file for each row execute function cm.no()");

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => node.MarkCase(lead, onCase, Tlp.Red, lead));

        Assert.Equal(before, await Views.Live(database));
        Assert.Equal(0, await Query.Count(database, "cm.relabelled"));
    }

    // Rows of the case, and facts, under a label of which no part is as strict as the case by now.
    private static async Task<IReadOnlyList<string>> Below(string database, Guid onCase)
    {
        var below = $"select id from cm.label where body ->> 'case' = '{onCase}' and body ->> 'tlp' <> 'Red' and not coalesce(body -> 'also' @> '[{{\"tlp\": \"Red\"}}]', false)";
        var rows = new List<string>();
        foreach (var view in Composition.Catalog().Projections.Select(p => p.View.Table))
            rows.AddRange(await Query.Texts(database, $"select '{view} ' || id from rm.{view} where label in ({below})"));
        rows.AddRange(await Query.Texts(database, "select 'fact ' || type from es.mt_events e "
            + $"where coalesce((select label from cm.relabelled where record = stream_id), (headers ->> 'label')::int) in ({below})"));
        return rows;
    }

    private static async Task<int> Seen(IReader reader, Guid onCase) =>
        (await reader.Page<EntryRow>(new Condition.Test(EntryRow.View["case"], Operator.Eq, onCase), null, null,
            new PageArgs(1, null, null, null), CancellationToken.None)).Rows.Count;

    private static Task<long> Waiting(string database, string query) => Query.Count(database,
        $"pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%{query}%'");
}
