using CaseManager.Server.Cases;
using CaseManager.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace CaseManager.Server.Tests.Store;

public sealed class StaleRightsTests
{
    /// <summary>The driver prepares a statement by itself after this many uses on one connection.</summary>
    private const int PreparedAfter = 3;

    [Fact]
    public async Task A_question_asked_again_because_rights_were_old_may_go_by_another_connection_than_the_first()
    {
        var database = await TestPostgres.NewDatabase();
        await using var a = await Node.On(database);
        await using var b = await Node.On(new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = 2 }.ConnectionString, schema: false);
        var lead = await a.Arrives(Node.Registrar("lead"));
        var guest = await a.Arrives(Node.Officer("guest"));
        var onCase = await a.OpenedCase(lead);
        Acts.Done(await a.Grant(lead, onCase, guest));
        Assert.NotNull(await See(b, guest, onCase));

        // Connections come back to the end of a queue: the first question goes by the one that has it prepared, the next by the other.
        var pool = b.Services.GetRequiredService<NpgsqlDataSource>();
        await using (await pool.OpenConnectionAsync())
        {
            for (var i = 0; i <= PreparedAfter; i++)
                Assert.NotNull(await See(b, guest, onCase));
        }
        Acts.Done(await a.Withdraw(lead, onCase, guest));
        Assert.Null(await See(b, guest, onCase));
    }

    [Fact]
    public async Task More_acts_at_once_than_there_are_connections_do_not_wait_for_each_other()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = 3 }.ConnectionString);
        var lead = await node.Arrives(Node.Registrar("lead"));
        // Each case is under a label of its own and changes the rights of its lead.
        var cases = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => node.OpenedCase(lead)));
        Assert.Equal(12, cases.Distinct().Count());
    }

    private static Task<CaseRow?> See(Node node, Kernel.Caller caller, Guid onCase) =>
        node.As(caller, async reader => await reader.Load<CaseRow>(onCase).Get(CancellationToken.None));
}
