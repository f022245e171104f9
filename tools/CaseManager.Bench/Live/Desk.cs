using System.Globalization;
using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Access;
using CaseManager.Server.Cases;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;
using CaseManager.Server.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace CaseManager.Bench.Live;

/// <summary>A case and an operation with many officers on them, at the same methods that the wire calls, on the node that acts.</summary>
internal sealed class Desk(BenchHost host, IReadOnlyList<string> officers)
{
    private static readonly Caller Registrar = new(OfficerIds.Of(Own, "registrar"), Own, "registrar", new HashSet<string> { Caller.Registrar }, DateTimeOffset.MaxValue);

    private readonly Caller _lead = BenchHost.Caller(officers[0]);

    public CaseId Case { get; private set; }

    public OperationId Operation { get; private set; }

    private SiteId Site { get; set; }

    private static AgencyId Own => new(World.Seeded.Agency);

    private Ledger Ledger => host.Get<Ledger>();

    public async Task Set()
    {
        Done(await DirectoryMutations.RegisterAgency(new("Federal Police", "CA", "America/Toronto"), Means(Registrar), Ledger, default));
        foreach (var officer in officers)
            Done(await DirectoryMutations.RegisterOfficer(new(officer, officer, null), Means(Registrar), Ledger, default));
        Case = new(Done(await OpenCaseMutation.OpenCase(
            new(null, "A shipment", "Forty cartons", null, null, null, null, null, null, null, null), Means(_lead), Ledger, TimeProvider.System, default)));
        var force = new TaskForceId(Done(await TaskForceMutations.EstablishTaskForce(new("NG", "Northgate", "Precursors", "v3", null), Means(Registrar), Ledger, default)));
        Done(await GrantMutations.AppointToTaskForce(new(force, _lead.Officer, Role.Coordinator, null, null, "Agreement"), Means(Registrar), Ledger, default));
        Operation = new(Done(await PlanMutations.PlanOperation(
            new("GRANITE", "At one moment", force, null, new MomentInput("2026-05-13T10:15Z", null), [new PhaseInput("Entry", 0)], null), Means(_lead), Ledger, default)));
        for (var i = 1; i <= 5; i++)
            Site = new(Done(await As(reader => PlanMutations.AddSite(
                new(Operation, $"S{i}", "Place", null, null, Own, _lead.Officer, "America/Toronto", true, new("W", "2026-05-01T00:00Z", "2026-06-01T00:00Z", null, null)),
                Means(_lead), Ledger, reader, default))));
        foreach (var officer in officers.Skip(1).Select(o => BenchHost.Caller(o).Officer))
        {
            Done(await As(reader => GrantMutations.GrantCaseAccess(
                new(Case, officer, Role.Investigator, null, null, "helps"), Means(_lead), Ledger, reader, Server.Releases.ReleaseRow.Stands, default)));
            Done(await GrantMutations.GrantOperationAccess(new(Operation, officer, Role.Observer, null, null, "looks on"), Means(_lead), Ledger, default));
        }
    }

    /// <summary>Records an entry; returns what names the event.</summary>
    public async Task<string> Record(int n)
    {
        var text = n.ToString(CultureInfo.InvariantCulture);
        Done(await TimelineMutations.RecordTimelineEntry(
            new(Case, text, new OccurredInput("America/Toronto", "2026-04-18T20:00", null, null, null, null, null), null, null, ["port"], null, null, null), Means(_lead), Ledger, default));
        return text;
    }

    /// <summary>The last site turns ready, or not ready again; returns its version, which names the event.</summary>
    public async Task<string> Turn(int n)
    {
        var acted = await As(reader => n % 2 == 0
            ? SiteMutations.ReportSiteReady(new(Site, long.MaxValue, null), Means(_lead), Ledger, reader, default)
            : SiteMutations.ReportSiteNotReady(new(Site, "Radio"), Means(_lead), Ledger, reader, default));
        Done(acted);
        return acted.Version.ToString(CultureInfo.InvariantCulture);
    }

    public static async Task<string> Now(BenchHost at, string officer)
    {
        await using var scope = at.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestCaller>().Value = BenchHost.Caller(officer);
        return await PointQuery.Point(scope.ServiceProvider.GetRequiredService<ChangeReader>(), default);
    }

    private async Task<Acted> As(Func<IReader, Task<Acted>> act)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestCaller>().Value = _lead;
        return await act(scope.ServiceProvider.GetRequiredService<IReader>());
    }

    private static Intent Means(Caller caller) => new(caller, null, new byte[32], "bench");

    private static Guid Done(Acted acted) => acted.Refusal is { } refused ? throw new InvalidOperationException(refused.Code) : acted.Id!.Value;
}
