using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Tests.GraphQl.Toy;

/// <summary>A reader over the toy world that batches as the real one does: all asked for before the first answer is one fetch.</summary>
internal sealed class Reader : IReader
{
    private readonly World _world;
    private readonly Dictionary<Type, Batch> _open = [];

    public Reader(World world)
    {
        _world = world;
        world.Readers++;
    }

    public Loaded<TRow?> Load<TRow>(Guid id) where TRow : class
    {
        if (!_open.TryGetValue(typeof(TRow), out var batch) || batch.Done)
            batch = _open[typeof(TRow)] = new Batch();
        batch.Keys.Add(id);
        return new Loaded<TRow?>(_ =>
        {
            if (_world.Fails is { } fault)
                throw fault;
            if (!batch.Done)
                _world.Fetched.Add((typeof(TRow), [.. batch.Keys]));
            batch.Done = true;
            return Task.FromResult((TRow?)_world.Rows[typeof(TRow)].GetValueOrDefault(id));
        });
    }

    public Task<Page<TRow>> Page<TRow>(Condition? scope, Where<TRow>? where, Order<TRow>? order, PageArgs page, CancellationToken cancel, DateTimeOffset? asOf = null)
        where TRow : class
    {
        if (_world.Fails is { } fault)
            throw fault;
        if ((page.After ?? page.Before) is "bad")
            throw new BadCursorException();
        _world.Paged.Add((scope, where?.Condition, order?.By, page));
        var all = _world.Rows[typeof(TRow)].Values.Cast<TRow>().ToList();
        var rows = all.Take(page.First ?? 10).ToList();
        return Task.FromResult(new Page<TRow>(rows, rows.Count < all.Count, false, row => "cursor" + rows.IndexOf(row), _ =>
        {
            _world.Totals++;
            return Task.FromResult(all.Count);
        }));
    }

    public Loaded<Page<TRow>> PageOf<TRow>(
        string parentColumn, Guid parent, Condition? scope, Where<TRow>? where, Order<TRow>? order, PageArgs page, DateTimeOffset? asOf = null)
        where TRow : class => new(cancel => Page(scope, where, order, page, cancel));

    public Task<IReadOnlyList<Figure>> Figures<TRow>(Column by, Where<TRow>? where, CancellationToken cancel) where TRow : class =>
        Task.FromResult<IReadOnlyList<Figure>>([new Figure(by.Name, 2)]);

    public Loaded<IReadOnlyList<CountedSpan>> HistogramOf<TRow>(
        string parentColumn, Guid parent, Column time, Where<TRow>? where, int? spans, DateTimeOffset? asOf = null) where TRow : class =>
        new(_ => Task.FromResult<IReadOnlyList<CountedSpan>>([]));

    public Task<Label?> LabelOf(AnyRecord record, CancellationToken cancel) => Task.FromResult<Label?>(null);

    public Task<IReadOnlyList<Change>> History(Guid record, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Change>>([]);

    private sealed class Batch
    {
        public HashSet<Guid> Keys { get; } = [];

        public bool Done { get; set; }
    }
}
