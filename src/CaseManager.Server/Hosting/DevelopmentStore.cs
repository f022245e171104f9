using CaseManager.Server.Kernel.Postgres;
using Npgsql;

namespace CaseManager.Server.Hosting;

/// <summary>
/// The store the host works on: the PostgreSQL named in <c>ConnectionStrings:CaseManager</c> if it keeps its promises,
/// else one of our own, outside Production. To be disposed of after the host has stopped.
/// </summary>
public sealed class DevelopmentStore : IAsyncDisposable
{
    private const string Setting = "ConnectionStrings:CaseManager";

    private readonly EmbeddedPostgres? _postgres;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _watch;

    private DevelopmentStore(EmbeddedPostgres? postgres)
    {
        _postgres = postgres;
        _watch = postgres is null ? Task.CompletedTask : StartAgainWhenKilled(postgres);
    }

    /// <summary>Whether the database is one of our own.</summary>
    public bool IsEmbedded => _postgres is not null;

    /// <summary>Provides the connection string to the configuration and the checks of the database to readiness.</summary>
    /// <exception cref="UnsafeStoreException">The server named would lose facts or hang; one line per problem.</exception>
    /// <exception cref="PostgresUnavailableException">The one named cannot be reached, or none is named and none can be started.</exception>
    public static async Task<DevelopmentStore> Attach(WebApplicationBuilder builder)
    {
        var named = builder.Configuration[Setting];
        var embedded = string.IsNullOrWhiteSpace(named) ? await StartEmbedded(builder) : null;
        try
        {
            var connectionString = embedded?.ConnectionString ?? PostgresConnection.Complete(named!);
            if (await ProblemsOf(connectionString) is { Count: > 0 } problems)
                throw new UnsafeStoreException(problems);
            builder.Configuration[Setting] = connectionString;
            builder.Services.AddSingleton<IReadinessCheck>(new DatabaseReachable(connectionString));
            builder.Services.AddSingleton<IReadinessCheck>(new ClocksAgree(connectionString, TimeProvider.System));
            return new(embedded);
        }
        catch
        {
            if (embedded is not null)
                await embedded.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watch;
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        _stopping.Dispose();
    }

    private static async Task<IReadOnlyList<string>> ProblemsOf(string connectionString)
    {
        try
        {
            return await PostgresSettings.Problems(connectionString);
        }
        catch (NpgsqlException fault)
        {
            throw new PostgresUnavailableException($"The PostgreSQL named in {Setting} cannot be used: {fault.Message}", fault);
        }
    }

    private static Task<EmbeddedPostgres> StartEmbedded(WebApplicationBuilder builder)
    {
        // A misspelt setting must not silently begin a new, empty store.
        if (builder.Environment.IsProduction())
            throw new PostgresUnavailableException("Production needs a PostgreSQL: name it in ConnectionStrings__CaseManager.");
        return EmbeddedPostgres.Start(new()
        {
            Folder = builder.Configuration["Store:Folder"],
            Say = static line => Console.WriteLine(line),
        });
    }

    private async Task StartAgainWhenKilled(EmbeddedPostgres postgres)
    {
        while (await EndedByItself(postgres))
        {
            Console.WriteLine("PostgreSQL ended unexpectedly: starting it again.");
            await postgres.StartAgain();
        }
    }

    private async Task<bool> EndedByItself(EmbeddedPostgres postgres)
    {
        var stopping = new TaskCompletionSource();
        await using var registration = _stopping.Token.Register(stopping.SetResult);
        await Task.WhenAny(postgres.Ended, stopping.Task);
        return !_stopping.IsCancellationRequested;
    }
}
