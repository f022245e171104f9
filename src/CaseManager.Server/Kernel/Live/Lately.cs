using System.Collections.Concurrent;

namespace CaseManager.Server.Kernel.Live;

/// <summary>What this node heard of in the last minute, for those who begin to listen only now.</summary>
internal sealed class Lately(TimeProvider clock)
{
    private const int Most = 20_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    // A poke follows its commit, another node's clock may differ by as much as nodes are let to, and its notification takes its time.
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(5);

    private readonly ConcurrentQueue<(DateTimeOffset At, Poke Poke)> _heard = new();
    private long _from = clock.GetUtcNow().UtcTicks;

    public void Hear(Poke poke)
    {
        var now = clock.GetUtcNow();
        _heard.Enqueue((now, poke));
        while (_heard.TryPeek(out var oldest) && (oldest.At < now - Kept || _heard.Count > Most) && _heard.TryDequeue(out oldest))
            Volatile.Write(ref _from, oldest.At.UtcTicks);
    }

    /// <returns>At least all since then; nothing when that is not known any more.</returns>
    public IReadOnlyList<Poke>? Since(DateTimeOffset at) =>
        (at - Leeway).UtcTicks < Volatile.Read(ref _from) ? null : [.. _heard.Where(heard => heard.At >= at - Leeway).Select(heard => heard.Poke)];
}
