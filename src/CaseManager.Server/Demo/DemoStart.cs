using CaseManager.Server.GraphQl;
using CaseManager.Server.Hosting;
using CaseManager.Server.Identity;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CaseManager.Server.Demo;

/// <summary>What follows the start: the demo world where it is wanted, then the greeting. A host that nobody can reach gets neither.</summary>
public static class DemoStart
{
    public static async Task Welcome(this WebApplication app, Func<TimeSpan> sinceStart)
    {
        if (AddressOf(app) is not { } address)
            return;
        var startedIn = sinceStart();
        if (DemoWorld.IsWanted(app))
        {
            using var http = new HttpClient { BaseAddress = new Uri(address) };
            await Load(app, http);
        }
        if (!app.Environment.IsDevelopment() || app.Lifetime.ApplicationStopping.IsCancellationRequested)
            return;
        StartBanner.Print(Console.Out, startedIn, Addresses(address), Officers(app), DemoWorld.IsWanted(app) ? FirstQueries.All : []);
    }

    private static async Task Load(WebApplication app, HttpClient http)
    {
        try
        {
            await DemoWorld.Load(app.Services, http, Console.WriteLine, app.Lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            Console.WriteLine("Stopped before the demo world was complete: the next start goes on.");
        }
        catch (HttpRequestException fault)
        {
            Console.WriteLine($"The demo world is not complete; the next start goes on. {fault.Message}");
        }
    }

    // A host in a test's memory has no address.
    private static string? AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?
            .Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)
            .Replace("*", "127.0.0.1", StringComparison.Ordinal).Replace("+", "127.0.0.1", StringComparison.Ordinal);

    private static StartBanner.Address[] Addresses(string address) =>
    [
        new("Web app", address),
        new("Query page", $"{address}{Registration.Path}"),
        new("Schema", $"{address}{Registration.Path}/schema"),
        new("Ready?", $"{address}/health/ready"),
        new("Token", "dotnet run --project src/CaseManager.Server -- token maya.roy"),
    ];

    private static IReadOnlyList<StartBanner.Officer> Officers(WebApplication app) =>
    [
        .. app.Services.GetRequiredService<IdentitySettings>().DemoOfficers.Where(o => o.AppRoles.Count == 0)
            .Select(o => new StartBanner.Officer(o.Subject, o.Name, o.Agency, "")),
    ];
}
