using CaseManager.Server.Kernel.Postgres;
using CaseManager.Server.Tests.Identity;
using CaseManager.Server.Tests.Support;
using Xunit;

namespace CaseManager.Server.Tests.Faults;

/// <summary>A durable PostgreSQL of its own, a server process on it, and officers with a case to work on.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private IdentityHost? _issuers;

    public EmbeddedPostgres Postgres { get; private set; } = null!;

    public ServerProcess Server { get; private set; } = null!;

    public Api Api { get; private set; } = null!;

    public string Database => Postgres.ConnectionString;

    public string Case { get; private set; } = "";

    public string Token { get; private set; } = "";

    /// <param name="way">From the database's connection string to the one by which the server reaches it; the same when absent.</param>
    public static async Task<Stage> Set(Func<string, Task<string>>? way = null)
    {
        var stage = new Stage { Postgres = await TestPostgres.StartAlone(durable: true) };
        try
        {
            var address = ServerProcess.FreeAddress();
            stage._issuers = await IdentityHost.With(_ => { }, ("Identity:DevelopmentBase", address.ToString().TrimEnd('/')));
            stage.Server = new ServerProcess(way is null ? stage.Database : await way(stage.Database)) { Address = address, KeyFolder = stage._issuers.KeyFolder };
            await stage.Server.Start();
            stage.Api = new Api(address);
            stage.Token = stage.TokenOf("registrar.cfp");
            await stage.Must("registerOfficer", "officer", new { subject = "registrar.cfp", name = "Registrar" });
            stage.Case = (await stage.Must("openCase", "case", new { title = "A shipment", summary = "Forty cartons" })).Id!;
            return stage;
        }
        catch
        {
            // Nobody else could end what was started so far.
            await stage.DisposeAsync();
            throw;
        }
    }

    public string TokenOf(string subject) => _issuers!.Tokens.For(subject, "CFP", TimeSpan.FromHours(12));

    public async Task<Told> Must(string mutation, string returns, object input)
    {
        var told = await Api.Act(Token, mutation, returns, input);
        Assert.True(told.Done, told.Text);
        return told;
    }

    /// <summary>kill -9 of PostgreSQL's postmaster, and the start that follows such an accident.</summary>
    public async Task KillPostgres()
    {
        System.Diagnostics.Process.GetProcessById(Postgres.ProcessId).Kill();
        await Postgres.StartAgain();
    }

    public async ValueTask DisposeAsync()
    {
        Api?.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
        if (_issuers is not null)
            await _issuers.DisposeAsync();
        await TestPostgres.Remove(Postgres);
    }
}
