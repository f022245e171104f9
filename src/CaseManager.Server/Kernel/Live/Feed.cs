using System.Runtime.CompilerServices;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Live;

/// <summary>Rows as they change: each poke is answered by asking again as the caller, with the rights of that moment.</summary>
public sealed class Feed(Herald herald, IServiceScopeFactory scopes)
{
    public async IAsyncEnumerable<TRow> Rows<TRow>(Caller caller, Func<Poke, bool> of, [EnumeratorCancellation] CancellationToken cancel)
        where TRow : class
    {
        await foreach (var poke in herald.Listen(cancel))
        {
            if (of(poke) && await Read<TRow>(caller, poke.Stream, cancel) is { } row)
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
