using CaseManager.Server.Tests.Store;
using CaseManager.Server.Tests.Support;
using Xunit;

namespace CaseManager.Server.Tests.Faults;

/// <summary>What Marten leaves behind of an append that was rolled back, and that nothing else passes for it.</summary>
public sealed class TombstoneTests
{
    private const string AtAnotherVersion =
        """
        select concat_ws(' ', s.version, (select string_agg(distinct e.type, ' ') from es.mt_events e where e.stream_id = s.id)) from es.mt_streams s
        where s.version is distinct from (select max(version) from es.mt_events e where e.stream_id = s.id)
        """;

    [Fact]
    public async Task Appends_rolled_back_leave_one_stream_of_tombstones_at_version_0_and_it_is_no_finding()
    {
        var database = await Broken("nextval('cm.turn') in (1, 3)");
        Assert.Equal(["0 tombstone"], await Query.Texts(database, AtAnotherVersion));
        Assert.Equal(0, (await Findings.Of(database, [])).Torn);
    }

    [Theory]
    [InlineData("update es.mt_streams set version = version + 1 where version = 1")]
    [InlineData("update es.mt_streams set version = 0 where version = 1")]
    [InlineData("alter table es.mt_events disable trigger user; delete from es.mt_events where type = 'case.opened.v1'; alter table es.mt_events enable trigger user")]
    public async Task A_stream_of_facts_at_another_version_is_a_finding(string fault)
    {
        var database = await Broken("nextval('cm.turn') = 1");
        await Query.Run(database, fault);
        Assert.True((await Findings.Of(database, [])).Torn > 0);
    }

    /// <summary>A store in which some of four cases could not be opened.</summary>
    private static async Task<string> Broken(string when)
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var by = await node.Arrives(Node.Registrar("unlucky"));
        await Query.Run(database, $"""
            create sequence cm.turn;
            create function cm.fail() returns trigger language plpgsql as $$ begin
                if {when} then raise exception 'planted' using errcode = '53200'; end if;
                return new;
            end $$;
            create trigger planted before insert or update on rm.case_file for each row execute function cm.fail();
            """);
        var opened = 0;
        for (var i = 0; i < 4; i++)
            opened += await Record.ExceptionAsync(() => node.Open(by, $"CFP-2026-7{i}", $"open-{i}")) is null ? 1 : 0;
        Assert.InRange(opened, 1, 3);
        return database;
    }
}
