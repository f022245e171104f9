using CaseManager.Server.Access;
using CaseManager.Server.GraphQl;
using CaseManager.Server.GraphQl.Ide;
using CaseManager.Server.GraphQl.Live;
using CaseManager.Server.Hosting;
using CaseManager.Server.Hosting.Web;
using CaseManager.Server.Identity;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Health;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Kernel.Searching;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server;

/// <summary>Which slices there are, and how the parts of the host meet.</summary>
public static class Composition
{
    private static readonly IReadOnlyList<ISlice> Slices =
    [
        new AccessSlice(), new Cases.CasesSlice(), new Evidence.EvidenceSlice(), new Operations.OperationsSlice(), new Links.LinksSlice(),
        new SavedViews.SavedViewsSlice(), new Interests.InterestsSlice(), new Releases.ReleasesSlice(), new Deconfliction.DeconflictionSlice(),
    ];

    /// <summary>Stored names, views and consequences of all slices.</summary>
    public static FactCatalog Catalog()
    {
        var catalog = new FactCatalog();
        foreach (var slice in Slices)
            slice.Store(catalog);
        return catalog;
    }

    /// <summary>Types and fields of all slices.</summary>
    public static WireModel Wire()
    {
        var wire = new WireModel();
        foreach (var slice in Slices)
            slice.Wire(wire);
        return wire.Query(typeof(InboxQuery)).Query(typeof(SearchQuery)).Query(typeof(PointQuery)).Query(typeof(HealthQuery)).Query(typeof(ReadLogQuery)).Query(typeof(ExposureQuery)).Subscription(typeof(InboxSubscription)).Subscription(typeof(ListSubscription));
    }

    public static void AddSlices(this WebApplicationBuilder builder)
    {
        builder.AddStore(Catalog(), [.. Slices.SelectMany(s => s.Handlers)]);
        builder.Services.AddSingleton(Wire());
        builder.Services.AddSearch();
        builder.Services.AddSingleton(GrantRow.Rights);
        builder.Services.AddSingleton(GrantRow.Overseers);
        builder.Services.AddSingleton(Cases.CaseRow.Numbers);
        builder.Services.AddSingleton<Kernel.Rights.CaseNumbers>();
        builder.Services.AddSingleton(GrantRow.Holders);
        builder.Services.AddSingleton<TellProbing>(s => ProbingNotices.Of(s.GetRequiredService<Ledger>()));
        builder.Services.AddSingleton<BriefSite>(Operations.SiteBriefs.Of);
        builder.Services.AddSingleton<Released>(Releases.ReleaseRow.Stands);
        builder.Services.AddSingleton<LinkSeizure>(Links.SeizureLinks.Add);
        builder.Services.AddSingleton(Interests.InterestRow.Standing);
        builder.Services.AddSingleton(s => ActivatorUtilities.CreateInstance<Lookout>(s, builder.Configuration.GetConnectionString("CaseManager")!));
        builder.Services.AddSingleton<Interests.InterestMatching>();
        builder.Services.AddSingleton(_ => new Unveiled(builder.Configuration.GetConnectionString("CaseManager")!));
        builder.Services.AddSingleton<Deconfliction.Comparison>();
        builder.Services.AddSingleton<Deconfliction.ConflictTelling>();
        builder.Services.AddSingleton<LookAround>(s => (since, cancel) => s.GetRequiredService<Interests.InterestMatching>().Look(null, since, cancel));
        builder.Services.AddInbox([.. Slices.SelectMany(s => s.Inbox)]);
        builder.Services.AddSingleton<IReadinessCheck, SchemaReady>();
        builder.Services.AddSingleton<IReadinessCheck, ViewsFollow>();
        builder.Services.AddSingleton<HealthReader>();
    }

    public static void AddWire(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHostedService<LookoutWatch>();
        services.AddSingleton<ListFeed>();
        services.AddSingleton<CallerOf>(http => Callers.CallerFrom(http.User));
        services.AddSingleton<SeatCaller>((scope, caller, trail) =>
        {
            var request = scope.GetRequiredService<RequestCaller>();
            (request.Value, request.Trail) = (caller, trail);
        });
        services.AddSingleton<RecordReads>(s => s.GetRequiredService<ReadRecorder>().Record);
        services.AddGraphQl(builder.Configuration, builder.Environment);
        services.AddLive();
        services.AddSingleton<LiveCallers>(s => () => s.GetRequiredService<ILiveSessions>().Callers);
        services.AddSingleton<EndLive>(s => officer => s.GetRequiredService<ILiveSessions>().End(caller => caller.Officer == officer));
        services.AddHostedService<RightsWatch>();
        services.AddWeb(build: builder.Environment.IsDevelopment() && !builder.Configuration.GetValue<bool>("Web:Prebuilt"));
        services.AddSingleton<AppDocuments>(s => () => s.GetRequiredService<WebFiles>().Documents);
        services.AddSingleton(s => Choices(s.GetRequiredService<IdentitySettings>()));
        services.AddIde();
        services.AddSingleton<ShowIde>(s => s.GetRequiredService<IdePage>().Show);
        services.AddSingleton<IReadOnlyList<IdeOfficer>>(s =>
            [.. s.GetRequiredService<IdentitySettings>().DemoOfficers.Select(o => new IdeOfficer(o.Agency, o.Subject, o.Name, o.AppRoles))]);
        services.AddSingleton<LiveBridge>();
        services.AddSingleton<ILiveEngine>(s => s.GetRequiredService<LiveBridge>());
        services.AddSingleton<AuthenticateLive>((token, http) => TokenDoor.Authenticate(token, http.RequestServices));
        services.AddSingleton<AnswerSocket>(s => s.GetRequiredService<LiveSockets>().Answer);
        services.AddSingleton<AnswerStream>(s =>
        {
            var (streams, bridge) = (s.GetRequiredService<EventStreams>(), s.GetRequiredService<LiveBridge>());
            return (http, request, caller) => streams.Answer(http, caller, cancel => bridge.Run(request, http.RequestServices, caller, cancel));
        });
    }

    private static SignInChoices Choices(IdentitySettings identity) => new(
        identity.LocalProvider ? [] : [.. identity.Agencies.Select(a => new SignInIssuer(a.Code, a.Issuer, a.ClientId, $"openid profile {a.ExpectedAudience}/{AccessTokenRules.Scope}"))],
        [.. identity.DemoOfficers.Where(_ => identity.LocalProvider).Select(o => new SignInOfficer(o.Agency, o.Subject, o.Name))]);

    private sealed class ViewsFollow(ViewLag lag) : IReadinessCheck
    {
        public string Name => "projections";

        public Task<string?> Problem(CancellationToken cancel) => lag.Problem(cancel);
    }

    private sealed class SchemaReady(KernelSchema schema) : IReadinessCheck
    {
        public string Name => "schema";

        public Task<string?> Problem(CancellationToken cancel) => schema.Problem(cancel);
    }
}
