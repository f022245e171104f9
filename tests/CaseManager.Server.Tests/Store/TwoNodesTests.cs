using CaseManager.Server.Cases;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Tests.Faults;
using CaseManager.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>Two server nodes on one database are one product.</summary>
public sealed class TwoNodesTests
{
    [Fact]
    public async Task What_is_announced_on_one_node_is_heard_on_the_other()
    {
        var database = await TestPostgres.NewDatabase();
        await using var a = await Node.On(database, running: true);
        await using var b = await Node.On(database, running: true, schema: false);
        var by = await a.Arrives(Node.Registrar("near"));
        await Hears(b, () => a.OpenedCase(by));
    }

    [Fact]
    public async Task Nodes_hear_each_other_again_after_the_database_was_killed()
    {
        var postgres = await TestPostgres.StartAlone();
        try
        {
            await using var a = await Node.On(postgres.ConnectionString, running: true);
            await using var b = await Node.On(postgres.ConnectionString, running: true, schema: false);
            var by = await a.Arrives(Node.Registrar("near"));
            await Hears(b, () => a.OpenedCase(by));
            System.Diagnostics.Process.GetProcessById(postgres.ProcessId).Kill();
            await postgres.StartAgain();
            await Hears(b, async () =>
            {
                var stream = Guid.NewGuid();
                a.Services.GetRequiredService<Herald>().Announce([new Poke(stream, null, 1)]);
                return await Task.FromResult(stream);
            });
        }
        finally
        {
            await TestPostgres.Remove(postgres);
        }
    }

    [Fact]
    public async Task A_role_withdrawn_on_one_node_is_gone_at_the_next_question_on_the_other()
    {
        var database = await TestPostgres.NewDatabase();
        await using var a = await Node.On(database);
        await using var b = await Node.On(database, schema: false);
        var lead = await a.Arrives(Node.Registrar("lead"));
        var guest = await a.Arrives(Node.Officer("guest"));
        var onCase = await a.OpenedCase(lead);
        Assert.Null(await See(b, guest, onCase));
        Acts.Done(await a.Grant(lead, onCase, guest));
        Assert.NotNull(await See(b, guest, onCase));
        Acts.Done(await a.Withdraw(lead, onCase, guest));
        Assert.Null(await See(b, guest, onCase));
        Assert.Equal("record.unknown", (await b.Record(guest, onCase, "too late")).Refusal?.Code);
    }

    [Fact]
    public async Task What_was_recorded_while_a_node_could_not_listen_is_looked_at_once_it_can()
    {
        var database = await TestPostgres.NewDatabase();
        var (relay, through) = Relay.To(database);
        await using var relaying = relay;
        await using var a = await Node.On(database, running: true);
        await using var deaf = await Node.On(new NpgsqlConnectionStringBuilder(through) { ApplicationName = "deaf" }.ConnectionString, running: true, schema: false);
        var by = await a.Arrives(Node.Registrar("near"));
        var onCase = await a.OpenedCase(by);
        await using var follower = new Follower(deaf, by, onCase);
        await Until.True(async () => Acts.Done(await a.Record(by, onCase, "before")) != default && follower.Heard("before"), "Nothing was heard.");
        Acts.Done(await a.Record(by, onCase, "last"));
        await Until.True(() => Task.FromResult(follower.Heard("last")), "It does not follow.");

        relay.At = _ => Cut.Before;
        await Query.Run(database, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'deaf-ear'");
        await Until.True(async () => await Query.Count(database, "pg_stat_activity where application_name = 'deaf-ear'") == 0, "It still listens.");
        Acts.Done(await a.Record(by, onCase, "meanwhile"));
        Assert.False(follower.Heard("meanwhile"));
        relay.At = null;
        await Until.True(() => Task.FromResult(follower.Heard("meanwhile")), "What was missed was not made up.");
    }

    [Fact]
    public async Task A_feed_goes_on_when_rights_changed_and_still_allow_it_and_ends_when_they_no_longer_do()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var lead = await node.Arrives(Node.Registrar("lead"));
        var guest = await node.Arrives(Node.Officer("guest"));
        var onCase = await node.OpenedCase(lead);
        var herald = node.Services.GetRequiredService<Herald>();
        await using var hidden = new Follower(node, guest, onCase);
        Acts.Done(await node.Grant(lead, onCase, guest));
        await using var follower = new Follower(node, guest, onCase);
        await Until.True(async () => Acts.Done(await node.Record(lead, onCase, "before")) != default && follower.Heard("before"), "Nothing was heard.");

        herald.Stir(RightsWatch.Changed(guest.Officer));
        Acts.Done(await node.Record(lead, onCase, "after"));
        await Until.True(() => Task.FromResult(follower.Heard("after") && hidden.Heard("after")), "The feed did not go on.");

        Acts.Done(await node.Withdraw(lead, onCase, guest));
        herald.Stir(RightsWatch.Changed(guest.Officer));
        await follower.Ended.WaitAsync(TimeSpan.FromSeconds(10));
        await hidden.Ended.WaitAsync(TimeSpan.FromSeconds(10));

        // About a case never seen the feed tells nothing, neither by ending.
        await using var never = new Follower(node, guest, onCase);
        await using var none = new Follower(node, guest, Guid.NewGuid());
        herald.Stir(RightsWatch.Changed(guest.Officer));
        Acts.Done(await node.Grant(lead, onCase, guest));
        await Until.True(async () => Acts.Done(await node.Record(lead, onCase, "again")) != default && never.Heard("again"), "Nothing was heard.");
        Assert.False(none.Ended.IsCompleted);
    }

    private static Task<CaseRow?> See(Node node, Kernel.Caller caller, Guid onCase) =>
        node.As(caller, async reader => await reader.Load<CaseRow>(onCase).Get(CancellationToken.None));

    // Listening starts, and comes back, at its own pace: what is announced until then is for the next look.
    private static async Task Hears(Node node, Func<Task<Guid>> announce)
    {
        var heard = new System.Collections.Concurrent.ConcurrentDictionary<Guid, bool>();
        using var enough = new CancellationTokenSource();
        var listening = Task.Run(async () =>
        {
            try
            {
                using var listener = node.Services.GetRequiredService<Herald>().Listen(_ => true);
                await foreach (var poke in listener.Pokes(enough.Token))
                    heard[poke.Stream] = true;
            }
            catch (OperationCanceledException)
            {
                // Heard enough.
            }
        });
        await Until.True(async () => heard.ContainsKey(await announce()) || !heard.IsEmpty, "Nothing was heard.", 20);
        await enough.CancelAsync();
        await listening;
    }
}
