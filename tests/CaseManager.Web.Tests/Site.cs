using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CaseManager.Server.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>The product as somebody starts it, with the demo world, and a browser beside it.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly Queue<string> _said = new();
    private readonly string _keys = TestPostgres.NewFolder();
    private TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _database = "";
    private Process? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address { get; } = FreeAddress();

    public async Task InitializeAsync()
    {
        await WebBuilt.Ensure();
        _database = await TestPostgres.NewDurableDatabase();
        await Start();
        Assertions.SetDefaultExpectTimeout(15_000); // for a machine with much else to do
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = await Browser.Path(), Args = Quiet });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        await Kill();
        await TestPostgres.RemoveShared();
        Directory.Delete(_keys, recursive: true);
    }

    /// <summary>Ends the server as a failing machine would, without a word to anybody.</summary>
    public async Task Kill()
    {
        if (_server is not { HasExited: false } server)
            return;
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
    }

    /// <summary>The server at the same address and with what it had stored; answers when it is ready.</summary>
    public async Task Start()
    {
        _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var program = Path.Combine(AppContext.BaseDirectory, "CaseManager.Server.dll");
        var start = new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["ConnectionStrings__CaseManager"] = _database;
        start.Environment["Identity__KeyFolder"] = _keys;
        start.Environment["Identity__DevelopmentBase"] = Address.ToString().TrimEnd('/');
        start.Environment["Web__Prebuilt"] = "true";
        start.Environment["Demo__Load"] = "true";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        _server = Process.Start(start)!;
        _server.OutputDataReceived += (_, line) => Said(line.Data);
        _server.ErrorDataReceived += (_, line) => Said(line.Data);
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        await Task.WhenAny(_loaded.Task, _server.WaitForExitAsync());
        lock (_said)
            Assert.True(_loaded.Task.IsCompleted, "The server ended: " + string.Join('\n', _said));
    }

    /// <summary>A person at a browser of their own, signed in.</summary>
    /// <param name="name">As the sign-in page shows it.</param>
    /// <param name="still">They asked for little motion: what opens is there at once, with its own contrast and not that of a fade.</param>
    public async Task<Person> Open(string name, string language = "en", ColorScheme scheme = ColorScheme.Light, int width = 1280, bool still = false)
    {
        var person = await Arrive(language, scheme, width, still);
        await person.SignIn(name);
        return person;
    }

    /// <summary>Somebody at a browser of their own, who has opened nothing yet.</summary>
    public async Task<Person> Arrive(string language = "en", ColorScheme scheme = ColorScheme.Light, int width = 1280, bool still = false)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ColorScheme = scheme,
            ReducedMotion = still ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            BaseURL = Address.ToString(), Locale = language, TimezoneId = "America/Toronto", ViewportSize = new() { Width = width, Height = 900 },
        });
        return new Person(context, await context.NewPageAsync(), Address);
    }

    private void Said(string? line)
    {
        if (line is null)
            return;
        lock (_said)
        {
            _said.Enqueue(line);
            if (_said.Count > 40)
                _said.Dequeue();
        }
        // The last thing it says of itself, when the world is there.
        if (line.StartsWith("CaseManager is ready", StringComparison.Ordinal))
            _loaded.TrySetResult();
    }

    private static Uri FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
    }
}
