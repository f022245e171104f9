using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>Reads that wait at the same moment are put on record in one transaction, and each hears for itself whether they were.</summary>
public sealed class ReadsTogetherTests : IAsyncLifetime
{
    private const int Many = 30;

    private readonly CaseManager.Server.Kernel.Caller _by = Node.Officer("reader");
    private string _database = "";
    private Node _node = null!;

    private ReadWriter Writer => _node.Services.GetRequiredService<ReadWriter>();

    public async Task InitializeAsync()
    {
        _database = await TestPostgres.NewDatabase();
        _node = await Node.On(_database);
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task What_waits_while_one_is_written_goes_together_in_the_next()
    {
        List<Task> writes;
        await using (var elsewhere = await Query.Open(_database))
        await using (var holding = await elsewhere.BeginTransactionAsync())
        {
            await new NpgsqlCommand("lock table cm.read_log in exclusive mode", elsewhere).ExecuteNonQueryAsync();
            writes = [.. Enumerable.Range(0, Many).Select(_ => Writer.Write([Line()], CancellationToken.None))];
            Assert.DoesNotContain(writes, write => write.IsCompleted);
            await holding.CommitAsync();
        }
        await Task.WhenAll(writes);

        Assert.Equal(Many, await Query.Count(_database, "cm.read_log"));
        Assert.Equal(2, await Query.One<long>(_database, "select count(distinct xmin::text) from cm.read_log"));
    }

    [Fact]
    public async Task Who_cannot_be_put_on_record_hears_of_it_and_who_comes_later_can()
    {
        await Query.Run(_database, "alter table cm.read_log rename to put_away");
        var writes = Enumerable.Range(0, Many).Select(_ => Writer.Write([Line()], CancellationToken.None)).ToArray();
        foreach (var write in writes)
            await Assert.ThrowsAsync<PostgresException>(() => write);
        await Query.Run(_database, "alter table cm.put_away rename to read_log");

        await Writer.Write([Line()], CancellationToken.None);
        Assert.Equal(1, await Query.Count(_database, "cm.read_log"));
    }

    private ReadLine Line() => new(_by, new Occasion(ReadKind.Query, "Test", null), ReadDecision.Shown, "case_file", 1, [], [Guid.NewGuid()], 1);
}
