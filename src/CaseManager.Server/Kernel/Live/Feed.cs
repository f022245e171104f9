using System.Runtime.CompilerServices;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Live;

/// <summary>Rows as they change: each poke is answered by asking again as the caller, with the rights of that moment.</summary>
public sealed class Feed(Herald herald, IServiceScopeFactory scopes)
{
    /// <summary>Ends when the caller, having seen the record that it is about, no longer may. About one never seen it is silent, be it there or not.</summary>
    /// <param name="about">A <typeparamref name="TAbout"/>: the record that the feed is about.</param>
    public async IAsyncEnumerable<TRow> Rows<TRow, TAbout>(
        Caller caller, Guid about, Func<Poke, bool> of, [EnumeratorCancellation] CancellationToken cancel)
        where TRow : class
        where TAbout : class
    {
        var rights = RightsWatch.Changed(caller.Officer);
        using var listening = herald.Listen(poke => of(poke) || poke == rights);
        var sees = await Read<TAbout>(caller, about, cancel) is not null;
        await foreach (var poke in listening.Pokes(cancel))
        {
            if (poke == rights)
            {
                var (saw, row) = (sees, await Read<TAbout>(caller, about, cancel));
                sees = row is not null;
                if (saw && !sees)
                    yield break;
            }
            else if (await Read<TRow>(caller, poke.Stream, cancel) is { } row)
                yield return row;
        }
    }

    private async Task<TRow?> Read<TRow>(Caller caller, Guid stream, CancellationToken cancel) where TRow : class
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestCaller>().Value = caller;
        return await scope.ServiceProvider.GetRequiredService<IReader>().Load<TRow>(stream).Get(cancel);
    }
}
