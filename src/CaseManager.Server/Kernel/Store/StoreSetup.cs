using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Writing;
using JasperFx.CodeGeneration;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Npgsql;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Marten;

namespace CaseManager.Server.Kernel.Store;

/// <summary>Marten, Wolverine and the two doors.</summary>
public static class StoreSetup
{
    /// <param name="catalog">Filled by the slices before this is called.</param>
    /// <param name="handlers">Types with message handlers: the slices' reactions.</param>
    public static void AddStore(this WebApplicationBuilder builder, FactCatalog catalog, IReadOnlyList<Type> handlers)
    {
        var services = builder.Services;
        var connectionString = builder.Configuration.GetConnectionString("CaseManager")!;
        var database = new NpgsqlDataSourceBuilder(connectionString).Build();
        // Made by the container, so that it is the container that lets go of its connections.
        services.AddSingleton(_ => database);
        services.AddSingleton(catalog);
        services.AddSingleton(_ => new Labels(connectionString));
        services.AddSingleton<Standings>();
        services.AddSingleton(s => new PastReading(
            connectionString, s.GetRequiredService<Labels>(), s.GetRequiredService<RightsQuery>(), s.GetRequiredService<HoldersQuery>(), catalog));
        services.AddSingleton<ViewRebuild>();
        services.AddSingleton<KernelSchema>();
        services.AddSingleton<ViewLag>();
        services.AddSingleton(_ => new Ear(connectionString));
        services.AddSingleton<Herald>();
        services.AddHostedService(s => s.GetRequiredService<Herald>());
        services.AddSingleton<ActGrounds>();
        services.AddSingleton<FactAppend>();
        services.AddSingleton<ActRecord>();
        services.AddSingleton<Relabelling>();
        services.AddSingleton<ActCommit>();
        services.AddSingleton<ChangeTeller>();
        services.AddSingleton<Ledger>();
        services.AddSingleton(s => Cursors.From(s.GetRequiredService<NpgsqlDataSource>(), CancellationToken.None).GetAwaiter().GetResult());
        services.AddSingleton<Points>();
        services.AddSingleton<Feed>();
        services.AddReadLog(connectionString);
        services.AddScoped<RequestCaller>();
        services.AddScoped<IReader>(s => ActivatorUtilities.CreateInstance<Reader>(
            s, s.GetRequiredService<RequestCaller>().Required, s.GetRequiredService<RequestCaller>().Trail));
        services.AddScoped(s => ActivatorUtilities.CreateInstance<ChangeReader>(
            s, (Reader)s.GetRequiredService<IReader>(), s.GetRequiredService<RequestCaller>().Required));

        services.AddMarten(provider =>
            {
                var options = new StoreOptions();
                Configure(options, catalog);
                options.Logger(new DiscreetLog(provider.GetRequiredService<ILoggerFactory>().CreateLogger("Marten")));
                return options;
            })
            .UseNpgsqlDataSource()
            .UseLightweightSessions()
            .IntegrateWithWolverine(w => w.MessageStorageSchemaName = Schemas.Messages);

        builder.Host.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(StoreSetup).Assembly;
            // Handler code is generated ahead of time (`-- codegen write`) and committed: no compiler at run time, first message in 0.1 s.
            options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
            options.Discovery.DisableConventionalDiscovery();
            foreach (var handler in handlers)
                options.Discovery.IncludeType(handler);
            options.Policies.UseDurableLocalQueues();
            // A deadline is never given up: what fails now, as while the database restarts, is done later.
            options.Policies.OnAnyException()
                .RetryWithCooldown(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500))
                .Then.ScheduleRetryIndefinitely(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));
            options.Durability.ScheduledJobPollingTime = TimeSpan.FromSeconds(1); // the jitter of every deadline
            // Messages in the hands of a node that was killed pass to another within seconds, not a minute.
            options.Durability.HealthCheckPollingTime = TimeSpan.FromSeconds(2);
            options.Durability.CheckAssignmentPeriod = TimeSpan.FromSeconds(2);
            options.Durability.StaleNodeTimeout = TimeSpan.FromSeconds(8);
            options.Durability.NodeReassignmentPollingTime = TimeSpan.FromSeconds(2);
        });
    }

    private static void Configure(StoreOptions options, FactCatalog catalog)
    {
        options.DatabaseSchemaName = Schemas.Documents;
        options.Events.DatabaseSchemaName = Schemas.Events;
        options.Events.AppendMode = EventAppendMode.Quick;
        // Marten would send a failed batch again in a transaction of its own: without what the act read and held, at another time.
        // Trying again is the Ledger's, from the beginning.
        options.ConfigureWritePolly(_ => { });
        options.Events.MetadataConfig.EnableAll();
        options.Events.MetadataConfig.UserNameEnabled = true; // EnableAll leaves it out
        options.Events.UseArchivedStreamPartitioning = true;
        options.UseSystemTextJsonForSerialization(configure: json => FactJson.Configure(json));
        foreach (var (name, type) in catalog.Types)
            options.Events.MapEventType(type, name);
        foreach (var projection in catalog.Projections)
        {
            options.Projections.Add(new ViewProjection(projection, catalog.TellingsIn(projection)), ProjectionLifecycle.Inline, projection.View.Table, async =>
            {
                async.BatchSize = 5000; // measured: half again as fast in a rebuild as the default of 500
                async.DeleteDataInTableOnTeardown(ViewTable.Name(projection.View));
            });
        }
    }
}
