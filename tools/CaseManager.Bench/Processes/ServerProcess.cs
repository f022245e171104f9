using System.Diagnostics;
using System.Globalization;
using CaseManager.Bench.Measuring;

namespace CaseManager.Bench.Processes;

/// <summary>The built server as people start it, on a store that stays between starts.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process, int port, string token) => (_process, Port, Token) = (process, port, token);

    public int Port { get; }

    public string Token { get; }

    /// <summary>Ends when the server has said that it is ready, the demo world with it.</summary>
    public Task Loaded => _loaded.Task;

    /// <summary>Megabytes of memory that are really in use.</summary>
    public double Resident => double.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;

    /// <summary>Returns when the first query was answered.</summary>
    public static async Task<ServerProcess> Start(string folder)
    {
        var port = BenchHost.FreePort();
        var token = await Line(Process.Start(Command(folder, port, "token", "registrar.cfp"))!);
        var process = Process.Start(Command(folder, port))!;
        var server = new ServerProcess(process, port, token);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("CaseManager is ready", StringComparison.Ordinal) is true)
                server._loaded.TrySetResult();
        };
        process.BeginOutputReadLine();
        while (!await server.Answers())
        {
            if (process.HasExited)
                throw new InvalidOperationException("The server did not start.");
            await Task.Delay(20);
        }
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using (var interrupt = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await interrupt.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var client = new WireClient(Port, Token);
            await client.Post("/graphql", """{"query":"{ cases(first: 1) { nodes { id } } }"}""");
            return true;
        }
        catch (Exception notYet) when (notYet is System.Net.Sockets.SocketException or IOException)
        {
            return false;
        }
    }

    private static ProcessStartInfo Command(string folder, int port, params string[] words) => new("dotnet",
        [Path.Combine(AppContext.BaseDirectory, "CaseManager.Server.dll"), .. words])
    {
        RedirectStandardOutput = true,
        WorkingDirectory = AppContext.BaseDirectory,
        Environment =
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
            ["Identity__DevelopmentBase"] = $"http://127.0.0.1:{port}",
            ["Identity__KeyFolder"] = Scratch.Keys,
            ["Store__Folder"] = folder,
            ["Web__Prebuilt"] = "true",
        },
    };

    private static async Task<string> Line(Process process)
    {
        using (process)
            return (await process.StandardOutput.ReadToEndAsync()).Trim();
    }
}
