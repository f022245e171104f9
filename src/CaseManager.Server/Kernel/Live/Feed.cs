using System.Runtime.CompilerServices;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.ReadLog;

namespace CaseManager.Server.Kernel.Live;

/// <summary>
/// What changes, as it changes: pokes are answered by asking again as the caller, with the rights of that moment. Who comes back with the
/// point of the last event gets what changed meanwhile first.
/// </summary>
public sealed class Feed(Herald herald, IServiceScopeFactory scopes, Points points, FactCatalog catalog, ReadRecorder record)
{
    /// <summary>
    /// Rows as they were last written, each once for each state that is seen. Ends when the caller, having seen the record that it is about,
    /// no longer may; with a point also at once, when the caller does not see it. Else it is silent about one never seen, be it there or not.
    /// </summary>
    /// <param name="about">A <typeparamref name="TAbout"/>: the record that the feed is about.</param>
    /// <param name="of">Which rows.</param>
    /// <param name="concerns">Pokes after which such rows may have changed.</param>
    /// <exception cref="BadCursorException">A point that was not given to this caller.</exception>
    /// <exception cref="PointTooOldException">Too much came after the point.</exception>
    public async IAsyncEnumerable<Told<TRow>> Rows<TRow, TAbout>(
        Caller caller, Guid about, Condition of, Func<Poke, bool> concerns, Since since, [EnumeratorCancellation] CancellationToken cancel)
        where TRow : class, IRow
        where TAbout : class
    {
        var (view, aboutView) = (ViewOf<TRow>(), ViewOf<TAbout>());
        var point = since.Point is { } given
            ? Within(points.Open(caller.Officer, given), about)
            : new Point((await scopes.Ask(caller, services => services.GetRequiredService<ChangeReader>().Here(cancel))).Seen);
        await foreach (var _ in Looks<TAbout>(caller, about, concerns, since, cancel))
        {
            // What is left of a batch that broke off, and then all that came after it.
            for (var whole = false; !whole;)
            {
                var start = point;
                var found = await scopes.Ask(caller, services => services.GetRequiredService<ChangeReader>().After<TRow>(view, of, (aboutView, about), start, cancel));
                whole = start.Part is null;
                point = new Point(found.Upto);
                for (var i = 0; i < found.Rows.Count; i++)
                {
                    var row = found.Rows[i];
                    var heard = i == found.Rows.Count - 1 ? point : start with { Part = new PointPart(found.Upto, row.ChangedAt, row.Key, about) };
                    yield return new Told<TRow>(row, points.Seal(caller.Officer, heard)) { Seen = [new Seen(view.Table, row.Key, row.Label)] };
                }
            }
        }
    }

    /// <summary>One state whenever it is another than before. Ends as <see cref="Rows"/> does; a point of another feed begins it at once.</summary>
    /// <param name="mark">Another whenever the state is.</param>
    /// <exception cref="BadCursorException">A point that was not given to this caller.</exception>
    public async IAsyncEnumerable<Told<T>> States<T, TAbout>(
        Caller caller, Guid about, Func<Poke, bool> concerns, Func<IReader, Task<T?>> ask, Func<T, string> mark, Since since,
        [EnumeratorCancellation] CancellationToken cancel)
        where T : class
        where TAbout : class
    {
        var last = since.Point is { } given ? points.Open(caller.Officer, given).Shown : null;
        var first = since.Point is null;
        await foreach (var _ in Looks<TAbout>(caller, about, concerns, since, cancel))
        {
            var (told, seen) = first ? default : await scopes.Ask(caller, async services =>
                (await ask(services.GetRequiredService<IReader>()), services.GetRequiredService<RequestCaller>().Trail.Seen));
            first = false;
            if (told is null || mark(told) is var now && now == last)
                continue;
            last = now;
            yield return new Told<T>(told, points.Seal(caller.Officer, new Point("", Shown: now))) { Seen = seen };
        }
    }

    /// <summary>Once at the beginning, when it is already listening, and then after each poke or several; ends with the right to see the record.</summary>
    private async IAsyncEnumerable<bool> Looks<TAbout>(
        Caller caller, Guid about, Func<Poke, bool> concerns, Since since, [EnumeratorCancellation] CancellationToken cancel) where TAbout : class
    {
        var rights = RightsWatch.Changed(caller.Officer);
        using var listening = herald.Listen(poke => concerns(poke) || poke == rights);
        var sees = await Sees<TAbout>(caller, about, cancel);
        if (!sees)
            await Miss<TAbout>(caller, about, cancel);
        // Who goes on from an answer may have seen it there, and the right to it may have ended since.
        if (!sees && since.Point is not null)
            yield break;
        yield return true;
        await foreach (var pokes in listening.Together(cancel))
        {
            if (pokes.Contains(rights))
            {
                var saw = sees;
                sees = await Sees<TAbout>(caller, about, cancel);
                if (saw && !sees)
                    yield break;
            }
            if (pokes.Any(poke => poke != rights))
                yield return true;
        }
    }

    // Asked for in vain, though the answer is silence.
    private Task Miss<TAbout>(Caller caller, Guid about, CancellationToken cancel)
    {
        var trail = new Trail();
        trail.Miss(ViewOf<TAbout>().Table, about);
        return record.Record(caller, trail, new Occasion(ReadKind.Event, null, null), cancel);
    }

    private IView ViewOf<T>() => catalog.Projections.First(p => p.View.Row == typeof(T)).View;

    // Where another feed broke off says nothing of this one, and which state was told last says nothing of rows.
    private static Point Within(Point point, Guid about)
    {
        if (point.Seen.Length == 0)
            throw new BadCursorException();
        return point.Part is { } part && part.About != about ? point with { Part = null } : point;
    }

    private Task<bool> Sees<TAbout>(Caller caller, Guid about, CancellationToken cancel) where TAbout : class =>
        scopes.Ask(caller, async services => await services.GetRequiredService<IReader>().Load<TAbout>(about).Get(cancel) is not null);
}
