using CaseManager.Server.Tests.Store;
using Xunit;

namespace CaseManager.Server.Tests.Faults;

public sealed class OutageTests
{
    [Fact]
    public async Task While_the_database_is_down_an_act_may_be_tried_again_and_is_then_done_once()
    {
        await using var stage = await Stage.Set();
        var input = new
        {
            @case = stage.Case, text = "Said once", occurred = new { zone = "America/Toronto", at = "2026-04-18T20:00" }, clientMutationId = "outage-1",
        };

        System.Diagnostics.Process.GetProcessById(stage.Postgres.ProcessId).Kill();
        await stage.Postgres.Ended;
        var down = await stage.Api.Act(stage.Token, "recordTimelineEntry", "entry", input);
        Assert.False(down.Answered);
        Assert.Equal("SERVICE_UNAVAILABLE", down.Code);
        Assert.True(down.Retryable, down.Text);

        await stage.Postgres.StartAgain();
        Told? done = null;
        await Until.True(async () => (done = await stage.Api.Act(stage.Token, "recordTimelineEntry", "entry", input)).Done, "The act was never done.");
        var repeated = await stage.Api.Act(stage.Token, "recordTimelineEntry", "entry", input);

        Assert.Equal((done!.Id, done.Version), (repeated.Id, repeated.Version));
        var facts = await Query.Count(stage.Database, "es.mt_events where type = 'entry.recorded.v1'");
        Assert.Equal(1, facts);
    }
}
