using System.ComponentModel;
using System.Diagnostics;

namespace CaseManager.Server.GraphQl.Ide;

/// <summary>Builds the page once, in the background, when Development starts without it. The API does not wait.</summary>
internal sealed class IdeBuild(IdeFiles files, ILogger<IdeBuild> log) : BackgroundService
{
    public const string Command = "npm ci && npm run build";

    private volatile IdeState _state = files.IsReady() ? IdeState.Ready : files.Source is null ? IdeState.Absent : IdeState.Unbuilt;

    // Somebody may build it by hand while the server runs.
    public IdeState State => _state is IdeState.Ready or IdeState.Building || !files.IsReady() ? _state : IdeState.Ready;

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        if (_state != IdeState.Unbuilt) return;
        _state = IdeState.Building;
        log.LogInformation("Building the GraphiQL page in the background: {Command}", Command);
        var began = Stopwatch.GetTimestamp();
        _state = await Build(stopping);
        if (_state == IdeState.Ready)
            log.LogInformation("The GraphiQL page is built, after {Seconds:0} s", Stopwatch.GetElapsedTime(began).TotalSeconds);
        else if (!stopping.IsCancellationRequested)
            log.LogWarning("The GraphiQL page is not built ({State}); the API works without it", _state);
    }

    private async Task<IdeState> Build(CancellationToken stopping)
    {
        try
        {
            if (!files.IsInstalled() && await Npm(["ci"], stopping) != 0) return IdeState.Failed;
            return await Npm(["run", "build"], stopping) == 0 ? IdeState.Ready : IdeState.Failed;
        }
        catch (Win32Exception)
        {
            return IdeState.NoNode;
        }
    }

    /// <exception cref="Win32Exception">There is no npm.</exception>
    private async Task<int> Npm(string[] arguments, CancellationToken stopping)
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
            await process.WaitForExitAsync(stopping);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        return process.ExitCode;
    }
}
