using CaseManager.Server.Tests.Support;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>A statement of an act fails once, with a fault that another try settles: all of the act is done, once, or nothing.</summary>
public sealed class PassingFaultTests
{
    public static TheoryData<string, string> Places
    {
        get
        {
            var places = new TheoryData<string, string>();
            foreach (var table in new[] { "es.mt_events", "rm.case_file", "rm.officer_grant", "cm.officer_epoch", "cm.command" })
            {
                foreach (var code in new[] { "40P01", "40001", "53200", "57014" })
                    places.Add(table, code);
            }
            return places;
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task The_act_is_whole_or_not_there_and_its_repeat_gives_exactly_one(string table, string code)
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var by = await node.Arrives(Node.Registrar("unlucky"));
        await node.OpenedCase(by);
        var facts = await Query.Count(database, "es.mt_events where type <> 'tombstone'");
        await Query.Run(database, $"""
            create sequence cm.turn;
            create function cm.fail_once() returns trigger language plpgsql as $$ begin
                if nextval('cm.turn') = 1 then raise exception 'planted' using errcode = '{code}'; end if;
                return new;
            end $$;
            create trigger planted before insert or update on {table} for each row execute function cm.fail_once();
            """);

        var first = await Record.ExceptionAsync(() => node.Open(by, "CFP-2026-77", key: "once"));
        Assert.Equal(first is null ? 2 : 0, await Query.Count(database, "es.mt_events where type <> 'tombstone'") - facts);
        Assert.Empty(Views.Differences(await Views.Live(database), await Views.Folded(database)));

        var acted = await node.Open(by, "CFP-2026-77", key: "once");
        Acts.Done(acted);
        Assert.Equal(2, await Query.Count(database, "es.mt_events where type <> 'tombstone'") - facts);
        Assert.Equal(1, await Query.Count(database, "cm.command where key = 'once'"));
        Assert.Empty(Views.Differences(await Views.Live(database), await Views.Folded(database)));
    }
}
