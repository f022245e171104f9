using System.Runtime.CompilerServices;
using CaseManager.Server.Kernel.Live;

namespace CaseManager.Server.Kernel.Inbox;

/// <summary>An officer's inbox as it changes: asked again as the caller after something happened, at most once in a while.</summary>
public sealed class InboxFeed(Herald herald, IServiceScopeFactory scopes, TimeProvider clock)
{
    // Most of what happens concerns somebody else's inbox, and pokes do not say whose.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public async IAsyncEnumerable<InboxState> States(Caller caller, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await using var pokes = herald.Listen(stop.Token).GetAsyncEnumerator(stop.Token);
        // Listening before the first look, so that nothing falls between the two.
        var next = pokes.MoveNextAsync().AsTask();
        try
        {
            var (state, mark) = await Read(caller, cancel);
            yield return state;
            while (await next)
            {
                await Task.Delay(Pace, clock, cancel);
                do
                    next = pokes.MoveNextAsync().AsTask();
                while (next is { IsCompletedSuccessfully: true, Result: true });
                var before = mark;
                (state, mark) = await Read(caller, cancel);
                if (mark != before)
                    yield return state;
            }
        }
        finally
        {
            // Who listens must have stopped before the listening is taken down.
            await stop.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<(InboxState State, string Mark)> Read(Caller caller, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestCaller>().Value = caller;
        return await scope.ServiceProvider.GetRequiredService<InboxReader>().State(cancel);
    }
}
