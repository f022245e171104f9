using System.Collections.Concurrent;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Cases;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Live;
using Microsoft.Extensions.DependencyInjection;

namespace CaseManager.Server.Tests.Store;

/// <summary>Follows a case's timeline on a node until told to stop, or until the feed ends.</summary>
internal sealed class Follower : IAsyncDisposable
{
    private readonly CancellationTokenSource _enough = new();
    private readonly ConcurrentDictionary<string, bool> _texts = new();

    public Follower(Node node, Caller caller, Guid onCase) => Ended = Follow(node.Services.GetRequiredService<Feed>(), caller, onCase);

    /// <summary>When the feed has ended.</summary>
    public Task Ended { get; }

    public bool Heard(string text) => _texts.ContainsKey(text);

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await Ended;
        _enough.Dispose();
    }

    private async Task Follow(Feed feed, Caller caller, Guid onCase)
    {
        try
        {
            await foreach (var told in CaseSubscriptions.TimelineChanged(new CaseId(onCase), default, caller, feed, _enough.Token))
                _texts[told.What.Text] = true;
        }
        catch (OperationCanceledException) when (_enough.IsCancellationRequested)
        {
            // Heard enough.
        }
    }
}
