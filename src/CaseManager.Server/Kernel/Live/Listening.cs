using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CaseManager.Server.Kernel.Live;

/// <summary>One listener's queue, from the moment it was asked for. Who does not keep up loses the oldest: each poke only says "look again".</summary>
public sealed class Listening : IDisposable
{
    private const int MostWaiting = 1_000;

    private readonly Channel<Poke> _waiting =
        Channel.CreateBounded<Poke>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Func<Poke, bool> _of;
    private readonly Action<Listening> _leave;

    internal Listening(Func<Poke, bool> of, Action<Listening> leave) => (_of, _leave) = (of, leave);

    public IAsyncEnumerable<Poke> Pokes(CancellationToken cancel) => _waiting.Reader.ReadAllAsync(cancel);

    /// <summary>All that wait, whenever any do: one look answers them together.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Poke>> Together([EnumeratorCancellation] CancellationToken cancel)
    {
        while (await _waiting.Reader.WaitToReadAsync(cancel))
            yield return Waiting();
    }

    /// <summary>Those that wait now, and no longer.</summary>
    public IReadOnlyList<Poke> Waiting()
    {
        var pokes = new List<Poke>();
        while (_waiting.Reader.TryRead(out var poke))
            pokes.Add(poke);
        return pokes;
    }

    public void Dispose() => _leave(this);

    internal void Offer(Poke poke)
    {
        if (_of(poke))
            _waiting.Writer.TryWrite(poke);
    }
}
