using System.Runtime.CompilerServices;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Live;

/// <summary>Rows as they change: each poke is answered by asking again as the caller, with the rights of that moment.</summary>
public sealed class Feed(Herald herald, IServiceScopeFactory scopes)
{
    public IAsyncEnumerable<TRow> Rows<TRow>(Caller caller, Func<Poke, bool> of, CancellationToken cancel) where TRow : class =>
        Answers(caller, of, (poke, reader) => reader.Load<TRow>(poke.Stream).Get(cancel), cancel);

    /// <summary>What is found when a question is asked again after each poke; nothing where nothing is found.</summary>
    public async IAsyncEnumerable<T> Answers<T>(
        Caller caller, Func<Poke, bool> of, Func<Poke, IReader, Task<T?>> ask, [EnumeratorCancellation] CancellationToken cancel) where T : class
    {
        await foreach (var poke in herald.Listen(cancel))
        {
            if (of(poke) && await Ask(caller, poke, ask) is { } answer)
                yield return answer;
        }
    }

    private async Task<T?> Ask<T>(Caller caller, Poke poke, Func<Poke, IReader, Task<T?>> ask) where T : class
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestCaller>().Value = caller;
        return await ask(poke, scope.ServiceProvider.GetRequiredService<IReader>());
    }
}
