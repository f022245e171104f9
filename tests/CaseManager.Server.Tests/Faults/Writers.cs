using System.Collections.Concurrent;
using System.Globalization;

namespace CaseManager.Server.Tests.Faults;

/// <summary>Eight who act without pause, and try again under the same id until they know.</summary>
/// <param name="keyOf">The id of a further try; a good client keeps the first.</param>
internal sealed class Writers(Stage stage, int seed, Func<string, int, string> keyOf)
{
    private const int Count = 8;
    private volatile bool _stopping;
    private Task[] _work = [];

    /// <summary>What was acknowledged.</summary>
    public ConcurrentBag<Acknowledged> Done { get; } = [];

    public ConcurrentBag<string> Wrong { get; } = [];

    private int _unknown;

    /// <summary>Tries that ended without an answer.</summary>
    public int Unknown => _unknown;

    public void Start() => _work = [.. Enumerable.Range(0, Count).Select(n => Task.Run(() => Write(n)))];

    public async Task Stop()
    {
        _stopping = true;
        await Task.WhenAll(_work);
    }

    private async Task Write(int writer)
    {
        var random = new Random(seed * 100 + writer);
        string? entry = null;
        for (var act = 0; !_stopping; act++)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"mark-{seed}-{writer}-{act}-");
            var kind = random.Next(8);
            if (kind == 0)
                await Until(mark, "openCase", "case", key => new
                {
                    title = mark, summary = mark, number = string.Create(CultureInfo.InvariantCulture, $"W{writer}-2026-{act + 10}"), clientMutationId = key,
                });
            else if (kind < 4 && entry is not null)
                await Until(mark, "correctTimelineEntry", "entry", key => new { entry, version = 1_000_000, text = mark, reason = "misheard", clientMutationId = key });
            else
                entry = await Until(mark, "recordTimelineEntry", "entry", key => new
                {
                    @case = stage.Case, text = mark, occurred = new { zone = "America/Toronto", at = "2026-04-18T20:00" }, clientMutationId = key,
                }) ?? entry;
        }
    }

    private async Task<string?> Until(string mark, string mutation, string returns, Func<string, object> input)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var attempt = 0; ; attempt++)
        {
            var key = keyOf(mark, attempt);
            var told = await stage.Api.Act(stage.Token, mutation, returns, input(key));
            if (told.Done)
            {
                Done.Add(new Acknowledged(key, mark, told.Version));
                return told.Id;
            }
            if (told.Answered || !told.Retryable)
            {
                Wrong.Add(told.Text);
                return null;
            }
            Interlocked.Increment(ref _unknown);
            await pause.WaitForNextTickAsync();
        }
    }
}

/// <summary>An act the server said yes to; <paramref name="Mark"/> stands in its content and nowhere else.</summary>
internal sealed record Acknowledged(string Key, string Mark, long Version);
