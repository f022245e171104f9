using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace CaseManager.Server.Hosting.Web;

/// <summary>Builds the pages once, in the background, when Development starts without it. The API does not wait.</summary>
public sealed class WebBuild(WebFiles files, ILogger<WebBuild> log) : BackgroundService
{
    public const string Command = "npm ci && npm run build";

    private readonly ConcurrentDictionary<WebPart, bool> _ready = new();
    private volatile WebState _state = files.AreReady() ? WebState.Ready : files.Source is null ? WebState.Absent : WebState.Unbuilt;

    /// <summary>How far the part is. Somebody may build it by hand while the server runs; once it is ready it is not looked at again.</summary>
    public WebState Of(WebPart part)
    {
        if (_ready.ContainsKey(part) || (_state != WebState.Building && files.IsReady(part) && _ready.TryAdd(part, true)))
            return WebState.Ready;
        return _state == WebState.Ready ? WebState.Unbuilt : _state;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_state != WebState.Unbuilt) return;
        _state = WebState.Building;
        log.LogInformation("Building the web pages in the background: {Command}", Command);
        var began = Stopwatch.GetTimestamp();
        _state = await Build(stoppingToken);
        if (_state == WebState.Ready)
            log.LogInformation("The web pages are built, after {Seconds:0} s", Stopwatch.GetElapsedTime(began).TotalSeconds);
        else if (!stoppingToken.IsCancellationRequested)
            log.LogWarning("The web pages are not built ({State}); the API works without it", _state);
    }

    private async Task<WebState> Build(CancellationToken stoppingToken)
    {
        try
        {
            if (!files.AreInstalled() && await Npm(["ci"], stoppingToken) != 0) return WebState.Failed;
            return await Npm(["run", "build"], stoppingToken) == 0 ? WebState.Ready : WebState.Failed;
        }
        catch (Win32Exception)
        {
            return WebState.NoNode;
        }
    }

    /// <exception cref="Win32Exception">There is no npm.</exception>
    private async Task<int> Npm(string[] arguments, CancellationToken stoppingToken)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        using var process = new Process { StartInfo = new ProcessStartInfo(npm, arguments) { WorkingDirectory = files.Source } };
        process.StartInfo.RedirectStandardOutput = process.StartInfo.RedirectStandardError = true;
        process.OutputDataReceived += (_, line) => log.LogDebug("{Line}", line.Data);
        process.ErrorDataReceived += (_, line) => log.LogDebug("{Line}", line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(stoppingToken);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        return process.ExitCode;
    }
}
