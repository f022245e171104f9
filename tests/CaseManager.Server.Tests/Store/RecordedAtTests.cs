using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Tests.Support;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>When a fact was recorded is the database's word, and what was recorded stays.</summary>
public sealed class RecordedAtTests : IAsyncLifetime
{
    private readonly CaseManager.Server.Kernel.Caller _by = Node.Registrar("clock");
    private string _database = "";
    private Node _node = null!;

    public async Task InitializeAsync()
    {
        _database = await TestPostgres.NewDatabase();
        _node = await Node.On(_database);
        await _node.Arrives(_by);
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/Toronto")]
    [InlineData("Asia/Tokyo")]
    [InlineData("America/St_Johns")]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Europe/Amsterdam")]
    public async Task It_is_right_in_every_time_zone_of_the_session(string zone)
    {
        var there = new NpgsqlConnectionStringBuilder(_database) { Timezone = zone };
        await using var node = await Node.On(there.ConnectionString, schema: false);
        var before = await Now();
        var onCase = await node.OpenedCase(_by);
        var after = await Now();
        var recorded = await Query.One<DateTime>(_database, $"select timestamp from es.mt_events where stream_id = '{onCase}'");
        Assert.InRange(recorded, before, after);
        Assert.Equal(recorded, await Query.One<DateTime>(_database, $"select changed_at from rm.case_file where id = '{onCase}'"));
    }

    [Theory]
    [InlineData(-365)]
    [InlineData(365)]
    public async Task What_the_application_says_about_it_is_not_believed(int days)
    {
        var stream = Guid.NewGuid();
        var before = await Now();
        await using (var session = _node.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            var onCase = await _node.OpenedCase(_by);
            session.LastModifiedBy = _by.Officer.Value.ToString();
            var facts = new[] { "seen", "heard" }.Select((text, i) =>
            {
                var fact = session.Events.BuildEvent(i == 0
                    ? new Domain.Cases.CaseVisited(new(onCase), _by.Officer, DateTimeOffset.UnixEpoch)
                    : new Domain.Cases.CaseVisited(new(onCase), _by.Officer, DateTimeOffset.UnixEpoch.AddDays(1)));
                fact.Timestamp = DateTimeOffset.UtcNow.AddDays(days);
                fact.SetHeader(FactHeaders.Agency, "CFP");
                fact.SetHeader(FactHeaders.Label, 1);
                return fact;
            }).ToArray<object>();
            session.Events.StartStream(stream, facts);
            await session.SaveChangesAsync();
        }
        var after = await Now();
        Assert.InRange(await Query.One<DateTime>(_database, $"select min(timestamp) from es.mt_events where stream_id = '{stream}'"), before, after);
        Assert.True(await Rises(stream));
    }

    [Fact]
    public async Task It_rises_within_a_stream_when_the_clock_steps_back_and_the_view_says_the_same()
    {
        var onCase = await _node.OpenedCase(_by);
        var entry = Acts.Done(await _node.Record(_by, onCase, "first"));
        // A fact of an hour from now: what the stream looks like after the database's clock was set back by one.
        await Query.Run(_database, $"""
            alter table es.mt_events disable trigger user;
            update es.mt_events set timestamp = now() + interval '1 hour' where stream_id = '{entry}';
            alter table es.mt_events enable trigger user;
            """);
        Acts.Done(await _node.Correct(_by, entry, 1, "second"));
        Acts.Done(await _node.Correct(_by, entry, 2, "third"));
        Assert.True(await Rises(entry));
        Assert.True(await Query.One<bool>(_database, $"select min(timestamp) > now() + interval '50 minutes' from es.mt_events where stream_id = '{entry}'"));
        Assert.Equal(
            await Query.One<DateTime>(_database, $"select timestamp from es.mt_events where stream_id = '{entry}' and version = 3"),
            await Query.One<DateTime>(_database, $"select changed_at from rm.timeline_entry where id = '{entry}' and version = 3"));
    }

    [Theory]
    [InlineData("update es.mt_events set data = '{}'")]
    [InlineData("update es.mt_events set timestamp = now()")]
    [InlineData("update es.mt_events_default set headers = '{}'")]
    [InlineData("delete from es.mt_events")]
    [InlineData("delete from es.mt_events_default")]
    [InlineData("delete from es.mt_streams")]
    [InlineData("truncate es.mt_events")]
    [InlineData("truncate es.mt_events_default")]
    [InlineData("truncate es.mt_streams cascade")]
    [InlineData("update cm.command set outcome = '{}'")]
    [InlineData("delete from cm.command")]
    [InlineData("truncate cm.command")]
    public async Task Stored_facts_and_the_commands_behind_them_cannot_be_changed_or_removed(string sql)
    {
        Acts.Done(await _node.Open(_by, key: Guid.NewGuid().ToString()));
        var before = await Query.Texts(_database, "select e::text from es.mt_events e order by seq_id");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Query.Run(_database, sql));
        Assert.Equal("23001", refused.SqlState);
        Assert.Equal(before, await Query.Texts(_database, "select e::text from es.mt_events e order by seq_id"));
        Assert.NotEmpty(before);
    }

    private async Task<DateTime> Now() => await Query.One<DateTime>(_database, "select clock_timestamp()");

    private Task<bool> Rises(Guid stream) => Query.One<bool>(_database, $"""
        select count(*) > 1 and bool_and(rises) from (
            select coalesce(timestamp > lag(timestamp) over (order by version), true) as rises from es.mt_events where stream_id = '{stream}') f
        """);
}
