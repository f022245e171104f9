using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Kernel.Writing;
using CaseManager.Server.Tests.Support;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>The ledger appends without Marten's session: what it leaves is to the column what a session leaves, and collides the same way.</summary>
public sealed class FactAppendTests : IAsyncLifetime
{
    // All columns but what is different by its nature: numbers, ids and times.
    private const string Fact =
        "select ((to_jsonb(e) - array['seq_id', 'id', 'stream_id', 'timestamp']) #- array['data', 'entry'])::text from es.mt_events e where stream_id = '{0}' order by version";

    private const string Stream = "select (to_jsonb(s) - array['id', 'timestamp', 'created'])::text from es.mt_streams s where id = '{0}'";

    private readonly CaseManager.Server.Kernel.Caller _by = Node.Registrar("clerk");
    private string _database = "";
    private Node _node = null!;
    private Guid _case;
    private Guid _entry;

    public async Task InitializeAsync()
    {
        _database = await TestPostgres.NewDatabase();
        _node = await Node.On(_database);
        await _node.Arrives(_by);
        _case = await _node.OpenedCase(_by);
        _entry = Acts.Done(await _node.Record(_by, _case, "zażółć \"gęślą\" jaźń", key: "first"));
        Acts.Done(await _node.Correct(_by, _entry, 1, "corrected", key: "second"));
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task Facts_and_streams_are_column_for_column_what_a_session_writes()
    {
        var copy = Guid.NewGuid();
        await AppendBySession(copy, from: _entry);
        Assert.Equal(await Rows(Fact, copy), await Rows(Fact, _entry));
        Assert.Equal(await Rows(Stream, copy), await Rows(Stream, _entry));
        Assert.Equal(2, (await Rows(Fact, _entry)).Count);
    }

    [Fact]
    public async Task A_session_reads_them_with_everything_said_about_them()
    {
        await using var session = Store.QuerySession();
        var facts = await session.Events.FetchStreamAsync(_entry);
        Assert.Equal([1L, 2L], facts.Select(f => f.Version));
        Assert.Equal("zażółć \"gęślą\" jaźń", Assert.IsType<EntryRecorded>(facts[0].Data).Text);
        Assert.Equal("corrected", Assert.IsType<EntryTextCorrected>(facts[1].Data).Is);
        Assert.All(facts, f => Assert.Equal((_by.Officer.Value.ToString(), "test"), (f.UserName, f.CorrelationId)));
        Assert.Equal(["first", "second"], facts.Select(f => f.CausationId!));
        Assert.Equal("misheard", facts[1].GetHeader(FactHeaders.Reason));
        Assert.Equal(2, (await session.Events.FetchStreamStateAsync(_entry))!.Version);
    }

    [Fact]
    public async Task A_session_that_saw_an_older_version_collides_with_an_act_of_the_ledger()
    {
        await using var slow = Store.LightweightSession();
        var seen = (await slow.Events.FetchStreamStateAsync(_entry))!.Version;
        Acts.Done(await _node.Correct(_by, _entry, 2, "first in time"));
        slow.LastModifiedBy = _by.Officer.Value.ToString();
        var late = slow.Events.BuildEvent(new EntryTagged("late"));
        late.SetHeader(FactHeaders.Agency, "CFP");
        late.SetHeader(FactHeaders.Label, 1);
        slow.Events.Append(_entry, seen + 1, late);
        await Assert.ThrowsAnyAsync<JasperFx.ConcurrencyException>(() => slow.SaveChangesAsync());
        Assert.Equal(3, (await Rows(Fact, _entry)).Count);
    }

    [Fact]
    public async Task The_function_refuses_another_version_and_a_stream_begun_twice()
    {
        var call = _node.Services.GetRequiredService<FactAppend>();
        Assert.Equal(FactAppend.VersionMismatch, await Refusal(call, _entry, after: 1));
        Assert.Equal(FactAppend.VersionMismatch, await Refusal(call, _entry, after: 0));
        Assert.Equal(FactAppend.VersionMismatch, await Refusal(call, Guid.NewGuid(), after: 1));
        Assert.Null(await Refusal(call, _entry, after: 2));
    }

    [Fact]
    public async Task A_deed_that_adds_to_one_stream_twice_is_one_act()
    {
        var acted = await _node.Ledger.Act(Node.Means(_by), new Undertaking(_entry, null, [], [], ground =>
            Tag(ground, "one").And(_entry, Decision<IEntryFact>.Accept(new EntryTagged("two")), ground.LabelOf(_entry)!)), CancellationToken.None);
        Assert.Equal(4, acted.Version);
        Assert.Equal(4, (await Rows(Fact, _entry)).Count);
        Assert.Empty(Views.Differences(await Views.Live(_database), await Views.Folded(_database)));
    }

    private Deed Tag(Grounds ground, string tag) =>
        Deed.Of(_entry, Decision<IEntryFact>.Accept(new EntryTagged(tag)), ground.LabelOf(_entry)!);

    private IDocumentStore Store => _node.Services.GetRequiredService<IDocumentStore>();

    private async Task<string?> Refusal(FactAppend call, Guid stream, long after)
    {
        var fact = new StoredFact<IFact>(
            new EntryTagged("x"), stream, after + 1, DateTimeOffset.UnixEpoch, _by.Officer, _by.Agency, 1, null);
        await using var connection = await Query.Open(_database);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { call.Of([fact], Node.Means(_by)).Command() } };
        return (await Record.ExceptionAsync(() => batch.ExecuteNonQueryAsync()) as PostgresException)?.SqlState;
    }

    private Task<IReadOnlyList<string>> Rows(string sql, Guid stream) =>
        Query.Texts(_database, string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, stream));

    // The same facts with the same metadata, as an application of Marten would write them.
    private async Task AppendBySession(Guid stream, Guid from)
    {
        await using var reading = Store.QuerySession();
        foreach (var fact in await reading.Events.FetchStreamAsync(from))
        {
            await using var session = Store.LightweightSession();
            (session.LastModifiedBy, session.CorrelationId, session.CausationId) = (_by.Officer.Value.ToString(), "test", fact.CausationId);
            var copy = session.Events.BuildEvent(fact.Data is EntryRecorded recorded ? recorded with { Entry = new(stream) } : fact.Data);
            copy.SetHeader(FactHeaders.Agency, fact.GetHeader(FactHeaders.Agency)!);
            copy.SetHeader(FactHeaders.Label, int.Parse(fact.GetHeader(FactHeaders.Label)!.ToString()!, System.Globalization.CultureInfo.InvariantCulture));
            if (fact.GetHeader(FactHeaders.Reason) is { } reason)
                copy.SetHeader(FactHeaders.Reason, reason);
            copy.SetHeader(FactHeaders.Command, fact.GetHeader(FactHeaders.Command)!);
            if (fact.Version == 1)
                session.Events.StartStream(stream, copy);
            else
                session.Events.Append(stream, fact.Version, copy);
            await session.SaveChangesAsync();
        }
    }
}
