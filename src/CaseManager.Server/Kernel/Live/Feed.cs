using System.Runtime.CompilerServices;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Live;

/// <summary>Rows as they change: each poke is answered by asking again as the caller, with the rights of that moment.</summary>
public sealed class Feed(Herald herald, IServiceScopeFactory scopes)
{
    public IAsyncEnumerable<TRow> Rows<TRow, TAbout>(Caller caller, Guid about, Func<Poke, bool> of, CancellationToken cancel)
        where TRow : class
        where TAbout : class =>
        Answers<TRow, TAbout>(caller, about, of, (poke, reader) => reader.Load<TRow>(poke.Stream).Get(cancel), cancel);

    /// <summary>
    /// What is found when a question is asked again after each poke. Ends when the caller, having seen the record that it is about, no
    /// longer may. About one never seen it is silent, be it there or not.
    /// </summary>
    /// <param name="about">A <typeparamref name="TAbout"/>: the record that the feed is about.</param>
    public async IAsyncEnumerable<T> Answers<T, TAbout>(
        Caller caller, Guid about, Func<Poke, bool> of, Func<Poke, IReader, Task<T?>> ask, [EnumeratorCancellation] CancellationToken cancel)
        where T : class
        where TAbout : class
    {
        var rights = RightsWatch.Changed(caller.Officer);
        using var listening = herald.Listen(poke => of(poke) || poke == rights);
        var sees = await Sees<TAbout>(caller, about, rights, cancel);
        await foreach (var poke in listening.Pokes(cancel))
        {
            if (poke == rights)
            {
                var saw = sees;
                sees = await Sees<TAbout>(caller, about, rights, cancel);
                if (saw && !sees)
                    yield break;
            }
            else if (await Ask(caller, poke, ask) is { } answer)
                yield return answer;
        }
    }

    private async Task<bool> Sees<TAbout>(Caller caller, Guid about, Poke poke, CancellationToken cancel) where TAbout : class =>
        await Ask(caller, poke, (_, reader) => reader.Load<TAbout>(about).Get(cancel)) is not null;

    private async Task<T?> Ask<T>(Caller caller, Poke poke, Func<Poke, IReader, Task<T?>> ask) where T : class
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestCaller>().Value = caller;
        return await ask(poke, scope.ServiceProvider.GetRequiredService<IReader>());
    }
}
