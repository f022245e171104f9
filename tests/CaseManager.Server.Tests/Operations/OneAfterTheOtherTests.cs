using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Operations;
using CaseManager.Server.Tests.Store;
using CaseManager.Server.Tests.Support;
using Npgsql;
using Xunit;

namespace CaseManager.Server.Tests.Operations;

/// <summary>A go reads its sites behind the operation's lock alone: so nobody changes a site who does not hold that lock (ADR 0011).</summary>
public sealed class OneAfterTheOtherTests
{
    private static readonly SiteAuthorityInput Authority = new("W-2", "2026-05-01T00:00Z", "2026-06-01T00:00Z", null, null);

    [Fact]
    public async Task Whoever_changes_a_site_waits_for_whoever_holds_its_operation()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var force = await Force.On(node);
        var plan = await force.Ready(node);
        var pin = (await plan.Board(node, force)).Pin;
        var (site, lead) = (plan.Sites[1].Site, force.Lead);
        Func<Task<Acted>>[] acts =
        [
            () => plan.Go(node, force, pin), () => plan.Hold(node, force), () => plan.NoGo(node, force), () => plan.Move(node, force),
            At(reader => SiteMutations.ReportSiteReady(new(site, long.MaxValue, null), Node.Means(lead), node.Ledger, reader, default)),
            At(reader => SiteMutations.RecordSiteAuthority(new(site, long.MaxValue, Authority, "Renewed"), Node.Means(lead), node.Ledger, reader, default)),
            At(reader => SiteMutations.QuashSiteAuthority(new(site, "Quashed"), Node.Means(lead), node.Ledger, reader, default)),
            At(reader => PlanMutations.ShiftSite(new(site, long.MaxValue, 2, "Traffic"), Node.Means(lead), node.Ledger, reader, default)),
            At(reader => PlanMutations.AddSite(Another(plan, force), Node.Means(lead), node.Ledger, reader, default)),
            At(reader => DecisionMutations.AcknowledgeOrder(new(site, 1), Node.Means(lead), node.Ledger, reader, default)),
            () => plan.NotReady(node, 1), () => plan.Withdraw(node, 0),
        ];
        foreach (var act in acts)
        {
            await using var connection = await Query.Open(database);
            await using var holding = await Hold(connection, plan);
            var done = act();
            await Until.True(async () => done.IsCompleted || await Waiting(database) == 1, "The act neither waits nor ends.");
            Assert.False(done.IsCompleted);
            await holding.CommitAsync();
            await done;
        }

        Func<Task<Acted>> At(Func<IReader, Task<Acted>> act) => () => node.As(lead, act);
    }

    [Fact]
    public async Task A_go_that_waited_while_a_site_was_added_looks_at_that_site_too()
    {
        var database = await TestPostgres.NewDatabase();
        await using var node = await Node.On(database);
        var force = await Force.On(node);
        var plan = await force.Ready(node);
        var pin = (await plan.Board(node, force)).Pin;
        await using var connection = await Query.Open(database);
        await using var holding = await Hold(connection, plan);

        var adding = node.As(force.Lead, reader => PlanMutations.AddSite(Another(plan, force), Node.Means(force.Lead), node.Ledger, reader, default));
        await Until.True(async () => await Waiting(database) == 1, "Adding does not wait.");
        var going = plan.Go(node, force, pin);
        await Until.True(async () => await Waiting(database) == 2, "Going does not wait.");
        await holding.CommitAsync();

        Force.Done(await adding);
        Assert.Equal(Pin.Stale.Code, (await going).Refusal?.Code);
    }

    private static async Task<NpgsqlTransaction> Hold(NpgsqlConnection connection, Plan plan)
    {
        var holding = await connection.BeginTransactionAsync();
        // A slow machine must not set free what is held here.
        await Query.Texts(connection, $"select set_config('idle_in_transaction_session_timeout', '0', true) from es.mt_streams where id = '{plan.Id.Value}' for no key update");
        return holding;
    }

    private static Task<long> Waiting(string database) =>
        Query.Count(database, "pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%mt_streams%'");

    private static AddSiteInput Another(Plan plan, Force force) => new(
        plan.Id, "S9", "Barn", null, null, force.Lead.Agency, force.Lead.Officer, "America/Toronto", true, Authority);
}
