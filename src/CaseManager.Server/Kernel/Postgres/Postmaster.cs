using System.Diagnostics;
using System.Globalization;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>One running PostgreSQL on a cluster: started, waited for, stopped.</summary>
internal sealed class Postmaster
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60); // recovery after a crash takes its time

    private readonly Cluster _cluster;
    private readonly PostgresBinaries _binaries;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Postmaster(Cluster cluster, PostgresBinaries binaries) => (_cluster, _binaries) = (cluster, binaries);

    /// <summary>The server's process id.</summary>
    public int ProcessId { get; private set; }

    /// <summary>Completes when a server tied to this process ends, for whatever reason; never where it cannot be tied.</summary>
    public Task Ended => _ended.Task;

    public static async Task<Postmaster> Start(Cluster cluster, PostgresBinaries binaries, CancellationToken cancel)
    {
        var postmaster = new Postmaster(cluster, binaries);
        cluster.TurnLog();
        if (RunAs.CanTieToParent)
            await postmaster.StartTied(cancel);
        else
            await postmaster.StartDetached(cancel);
        await postmaster.WaitUntilReady(cancel);
        return postmaster;
    }

    /// <summary>Ends the server: orderly (open transactions are rolled back, all is on disk), or at once as a crash would.</summary>
    public async Task Stop(bool orderly, CancellationToken cancel)
    {
        if (_ended.Task.IsCompleted)
            return;
        await StopCluster(_cluster, _binaries, orderly ? "fast" : "immediate", cancel);
        if (RunAs.CanTieToParent)
            await _ended.Task.WaitAsync(_patience, cancel);
    }

    public static Task<Command> StopCluster(Cluster cluster, PostgresBinaries binaries, string mode, CancellationToken cancel) =>
        Command.Run([.. cluster.User.Prefix(), binaries.PgCtl, "stop", "-D", cluster.Files, "-m", mode, "-w", "-t", "60"], cancel);

    private async Task StartTied(CancellationToken cancel)
    {
        // sh sends the output to the log and then becomes PostgreSQL: process id and parent stay as they are.
        string[] words =
        [
            "sh", "-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1", "postgres", _cluster.Log,
            .. _cluster.User.TiedPrefix(), _binaries.Postgres, "-D", _cluster.Files,
        ];
        var started = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        // Linux ends a tied child when the *thread* that made it ends: so a thread of its own stays with it.
        new Thread(() => Accompany(words, started)) { IsBackground = true, Name = "PostgreSQL" }.Start();
        ProcessId = await started.Task.WaitAsync(cancel);
    }

    private void Accompany(string[] words, TaskCompletionSource<int> started)
    {
        try
        {
            using var process = Process.Start(Command.Describe(words))!;
            process.StandardInput.Close();
            started.SetResult(process.Id);
            process.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            started.TrySetException(new PostgresUnavailableException("PostgreSQL cannot be started.", fault));
        }
        _ended.TrySetResult();
    }

    private async Task StartDetached(CancellationToken cancel) =>
        await Command.Must("Starting PostgreSQL",
            [.. _cluster.User.Prefix(), _binaries.PgCtl, "start", "-D", _cluster.Files, "-W", "-l", Path.Combine(_cluster.Files, "server.log")],
            cancel);

    private async Task WaitUntilReady(CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        while (PostmasterFile.Read(_cluster) is not { IsReady: true } file || (ProcessId != 0 && file.ProcessId != ProcessId))
        {
            if (_ended.Task.IsCompleted)
                throw new PostgresUnavailableException($"PostgreSQL ended at its start:\n{_cluster.LogTail()}");
            if (watch.Elapsed > _patience)
                throw new PostgresUnavailableException(
                    string.Create(CultureInfo.InvariantCulture, $"PostgreSQL was not ready within {_patience.TotalSeconds} s:\n{_cluster.LogTail()}"));
            await Task.Delay(10, cancel);
        }
        ProcessId = PostmasterFile.Read(_cluster)!.ProcessId;
    }
}
