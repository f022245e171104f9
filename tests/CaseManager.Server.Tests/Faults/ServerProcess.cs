using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CaseManager.Server.Tests.Store;

namespace CaseManager.Server.Tests.Faults;

/// <summary>The real server as a process of its own, so that it can be killed as a machine's failure would.</summary>
internal sealed class ServerProcess(string connectionString) : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(3) };
    private readonly Queue<string> _output = new();
    private Process? _process;

    /// <summary>The same at every start, as a client knows it.</summary>
    public required Uri Address { get; init; }

    /// <summary>Where the local issuers' keys are.</summary>
    public string KeyFolder { get; init; } = "";

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CaseManager.Server.dll")])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["ConnectionStrings__CaseManager"] = connectionString;
        start.Environment["Identity__KeyFolder"] = KeyFolder;
        start.Environment["Identity__DevelopmentBase"] = Address.ToString().TrimEnd('/');
        start.Environment["Web__Prebuilt"] = "true";
        start.Environment["Demo__Load"] = "false";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Said(line.Data);
        _process.ErrorDataReceived += (_, line) => Said(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Until.True(IsReady, "The server did not become ready.", 60);
    }

    /// <summary>The last lines it printed.</summary>
    public IReadOnlyList<string> Output
    {
        get
        {
            // It goes on speaking while a test reads.
            lock (_output)
                return [.. _output];
        }
    }

    /// <summary>Every fault it logged as a bug, over all its lives.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Faults { get; } = new();

    public async Task<bool> IsReady()
    {
        if (_process!.HasExited)
        {
            await _process.WaitForExitAsync();
            throw new InvalidOperationException("The server ended: " + string.Join('\n', Output));
        }
        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await Kill();
    }

    private void Said(string? line)
    {
        if (line is null)
            return;
        if (line.Contains("INTERNAL_ERROR", StringComparison.Ordinal))
            Faults.Enqueue(line);
        lock (_output)
        {
            _output.Enqueue(line);
            if (_output.Count > 60)
                _output.Dequeue();
        }
    }

    public static Uri FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
    }
}
