using System.Security.Cryptography;
using System.Text;
using CaseManager.Bench.World;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;
using CaseManager.Server.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace CaseManager.Bench.Operations;

/// <summary>The acts on one operation, by the methods that its mutations call.</summary>
internal sealed class OnBoard(BenchHost host, int number)
{
    private const int First = 0;

    private readonly Ledger _ledger = host.Get<Ledger>();

    public OperationId Id => OperationTales.Id(number);

    /// <summary>Every agency that must says go. Gives what was voted on.</summary>
    public async Task<Pin> Vote()
    {
        var pin = (await As(People.Coordinator, reader => Board.Of(Id, reader, TimeProvider.System, CancellationToken.None)))!.Pin;
        foreach (var voter in OperationTales.VotersOf(number))
            await Act(voter, (intent, _) => DecisionMutations.CastVote(new(Id, voter.Of, VoteChoice.Go, pin, null), intent, _ledger, CancellationToken.None));
        return pin;
    }

    public Task Go(Pin pin) => Act(People.Coordinator, (intent, _) => DecisionMutations.DecideGo(new(Id, pin, null), intent, _ledger, CancellationToken.None));

    public Task Hold() => Act(People.Coordinator, (intent, _) => DecisionMutations.HoldOperation(new(Id, "Wait"), intent, _ledger, CancellationToken.None));

    /// <summary>The first site reports ready, as all others are.</summary>
    public Task Ready() => AtFirst((site, intent, reader) => SiteMutations.ReportSiteReady(new(site, long.MaxValue, null), intent, _ledger, reader, CancellationToken.None));

    /// <summary>The act at one site that others are compared with.</summary>
    public Task NotReady() => AtFirst((site, intent, reader) => SiteMutations.ReportSiteNotReady(new(site, "Radio"), intent, _ledger, reader, CancellationToken.None));

    private Task AtFirst(Func<SiteId, Intent, IReader, Task<Acted>> act) =>
        Act(OperationTales.CommanderOf(number, First), (intent, reader) => act(OperationTales.Site(number, First), intent, reader));

    private async Task Act(Person officer, Func<Intent, IReader, Task<Acted>> act)
    {
        var key = Guid.NewGuid().ToString("N");
        var intent = new Intent(BenchHost.Caller(officer), key, SHA256.HashData(Encoding.UTF8.GetBytes(key)), key);
        if ((await As(officer, reader => act(intent, reader))).Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Code);
    }

    private async Task<T> As<T>(Person officer, Func<IReader, Task<T>> ask)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestCaller>().Value = BenchHost.Caller(officer);
        return await ask(scope.ServiceProvider.GetRequiredService<IReader>());
    }
}
