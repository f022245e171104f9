using CaseManager.Server.Cases;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
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
                await foreach (var poke in node.Services.GetRequiredService<Herald>().Listen(enough.Token))
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
