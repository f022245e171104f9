using System.Net;
using System.Net.Sockets;
using CaseManager.Domain.Kernel;
using CaseManager.Server;
using CaseManager.Server.GraphQl;
using CaseManager.Server.Hosting;
using CaseManager.Server.Identity;
using CaseManager.Server.Identity.Development;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseManager.Bench;

/// <summary>The product's own composition in this process, on a database and a port of its own.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BenchHost(WebApplication app, string connectionString, int port) => (_app, ConnectionString, Port) = (app, connectionString, port);

    public string ConnectionString { get; }

    public int Port { get; }

    public IServiceProvider Services => _app.Services;

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <param name="map">Further endpoints, to compare with.</param>
    /// <param name="more">What is done otherwise, to compare with.</param>
    public static async Task<BenchHost> Start(string connectionString, Action<WebApplication>? map = null, Action<IServiceCollection>? more = null)
    {
        var port = FreePort();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Configuration["ConnectionStrings:CaseManager"] = connectionString;
        builder.Configuration["Identity:KeyFolder"] = Scratch.Keys;
        builder.Configuration["Identity:DevelopmentBase"] = $"http://127.0.0.1:{port}";
        builder.Configuration["Web:Prebuilt"] = "true";
        builder.AddTelemetry();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Logging.AddFilter(level => level >= LogLevel.Error);
        builder.AddIdentity();
        builder.AddSlices();
        builder.AddWire();
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseIdentity();
        app.UseWebSockets();
        app.MapGraphQl();
        map?.Invoke(app);
        await app.Services.GetRequiredService<KernelSchema>().Apply(CancellationToken.None);
        await app.StartAsync();
        return new BenchHost(app, connectionString, port);
    }

    public string Token(string subject) => Token(new World.Person(subject, World.Seeded.Agency));

    public string Token(World.Person person) => Get<DevelopmentTokens>().For(person.Subject, person.Agency, TimeSpan.FromHours(6));

    public static Caller Caller(string subject) => Caller(new World.Person(subject, World.Seeded.Agency));

    public static Caller Caller(World.Person person) => new(person.Id, person.Of, person.Subject, new HashSet<string>(), DateTimeOffset.MaxValue);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
