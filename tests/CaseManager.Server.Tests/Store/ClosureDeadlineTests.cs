using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Cases;
using CaseManager.Server.Kernel;
using CaseManager.Server.Tests.Support;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>
/// The days that a closure may wait pass in a moment: it is proposed while the database's clock is set back, and due when the clock is right.
/// </summary>
public sealed class ClosureDeadlineTests
{
    private static readonly TimeSpan AlmostDue = ClosureReview.Period - TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_closure_that_nobody_decides_on_falls_overdue_once_though_two_nodes_watch()
    {
        var database = await TestPostgres.NewDatabase();
        var early = await DatabaseClock.SetBack(database, AlmostDue);
        await using var a = await Node.On(early, running: true);
        await using var b = await Node.On(early, running: true, schema: false);
        var (lead, onCase) = await Proposed(a);
        Assert.Equal(1, await Waiting(database));
        await DatabaseClock.PutRight(database);

        await Until.True(async () => await Overdue(database) > 0, "The deadline was forgotten.");
        await Until.True(async () => await Waiting(database) == 0, "A message is left.");
        Assert.Equal(1, await Overdue(database));
        var file = await b.As(lead, async reader => await reader.Load<CaseRow>(onCase).Get(CancellationToken.None));
        Assert.True(file!.ClosureOverdue);
    }

    [Fact]
    public async Task A_closure_decided_in_time_never_falls_overdue()
    {
        var database = await TestPostgres.NewDatabase();
        var early = await DatabaseClock.SetBack(database, AlmostDue);
        await using var node = await Node.On(early, running: true);
        var (lead, onCase) = await Proposed(node);
        Acts.Done(await ClosureMutations.WithdrawClosure(
            new WithdrawClosureInput(new CaseId(onCase), long.MaxValue, "Not yet"), Node.Means(lead), node.Ledger, CancellationToken.None));
        await DatabaseClock.PutRight(database);

        await Until.True(async () => await Waiting(database) == 0, "The message was not handled.");
        Assert.Equal(0, await Overdue(database));
    }

    [Fact]
    public async Task A_deadline_that_a_fast_clock_brings_too_early_is_kept_at_its_time()
    {
        var database = await TestPostgres.NewDatabase();
        var early = await DatabaseClock.SetBack(database, ClosureReview.Period - TimeSpan.FromSeconds(1));
        await using var node = await Node.On(early, running: true);
        await Proposed(node);
        await Until.True(async () => await Query.Count(database, "wolverine.wolverine_incoming_envelopes where attempts > 0") > 0, "It was not tried.");
        Assert.Equal(0, await Overdue(database));

        await DatabaseClock.PutRight(database);
        await Until.True(async () => await Overdue(database) == 1, "The deadline was forgotten.");
    }

    [Fact]
    public async Task A_task_whose_time_a_fast_clock_brings_too_early_still_falls_overdue_at_its_time()
    {
        const string FellOverdue = "es.mt_events where type = 'task.fell-overdue.v1'";
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(await DatabaseClock.SetBack(database, TimeSpan.FromHours(1)), running: true);
        var lead = await node.Arrives(Node.Registrar("lead"));
        Acts.Done(await node.Ask(lead, await node.OpenedCase(lead), "Watch the quay", DateTimeOffset.UtcNow.AddSeconds(1)));
        await Until.True(async () => await Query.Count(database, "wolverine.wolverine_incoming_envelopes where attempts > 0") > 0, "It was not tried.");
        Assert.Equal(0, await Query.Count(database, FellOverdue));

        await DatabaseClock.PutRight(database);
        await Until.True(async () => await Query.Count(database, FellOverdue) == 1, "The deadline was forgotten.");
    }

    [Fact]
    public async Task A_server_killed_with_a_deadline_before_it_keeps_it_once_when_it_is_back()
    {
        await using var stage = await Faults.Stage.Set(database => DatabaseClock.SetBack(database, AlmostDue));
        await stage.Must("proposeClosure", "case", new { @case = stage.Case, version = 1, outcome = "UNFOUNDED", reason = "Nothing in it" });
        await stage.Server.Kill();
        Assert.Equal(1, await Waiting(stage.Database));
        await DatabaseClock.PutRight(stage.Database);
        await stage.Server.Start();

        await Until.True(async () => await Overdue(stage.Database) > 0, "The deadline was forgotten.");
        await Until.True(async () => await Waiting(stage.Database) == 0, "A message is left.");
        Assert.Equal(1, await Overdue(stage.Database));
    }

    private static async Task<(Caller Lead, Guid Case)> Proposed(Node node)
    {
        var lead = await node.Arrives(Node.Registrar("lead"));
        var onCase = await node.OpenedCase(lead);
        Acts.Done(await ClosureMutations.ProposeClosure(
            new ProposeClosureInput(new CaseId(onCase), 1, ClosureOutcome.Unfounded, "Nothing in it"), Node.Means(lead), node.Ledger, CancellationToken.None));
        return (lead, onCase);
    }

    private static Task<long> Overdue(string database) => Query.Count(database, "es.mt_events where type = 'case.closure-review-fell-overdue.v1'");

    private static Task<long> Waiting(string database) => Query.Count(database, "wolverine.wolverine_incoming_envelopes where status <> 'Handled'");
}
