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
        // Listening before the first look, so that nothing falls between the two.
        using var listening = herald.Listen(_ => true);
        var (state, mark) = await Read(caller, cancel);
        yield return state;
        await foreach (var _ in listening.Pokes(cancel))
        {
            await Task.Delay(Pace, clock, cancel);
            listening.Waiting(); // whoever looks next sees all of it
            var before = mark;
            (state, mark) = await Read(caller, cancel);
            if (mark != before)
                yield return state;
        }
    }

    private Task<(InboxState State, string Mark)> Read(Caller caller, CancellationToken cancel) =>
        scopes.Ask(caller, services => services.GetRequiredService<InboxReader>().State(cancel));
}
