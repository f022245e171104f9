using CaseManager.Server.Tests.Support;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>The same command more than once is one act with one answer.</summary>
public sealed class RepeatTests
{
    [Fact]
    public async Task Repeats_that_arrive_together_get_one_answer_also_where_the_number_they_ask_for_is_taken_by_themselves()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var by = await node.Arrives(Node.Registrar("twice"));
        for (var round = 10; round < 30; round++)
        {
            var number = $"CFP-2026-{round}";
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => node.Open(by, number, key: number)));
            Assert.Equal([null], answers.Select(a => a.Refusal?.Code).Distinct());
            Assert.Single(answers.Select(a => a.Id).Distinct());
        }
        Assert.Equal(20, await Query.Count(database, "es.mt_events where type = 'case.opened.v1'"));
    }

    [Fact]
    public async Task A_number_that_somebody_else_took_is_still_refused()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var by = await node.Arrives(Node.Registrar("twice"));
        Acts.Done(await node.Open(by, "CFP-2026-10", key: "mine"));
        Assert.Equal("case.number-taken", (await node.Open(by, "CFP-2026-10", key: "other")).Refusal?.Code);
    }
}
