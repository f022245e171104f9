using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.GraphQl.Paging;

/// <summary>A page as the connection's fields read it; totals and cursors are worked out only when selected.</summary>
internal abstract class PageSource
{
    public abstract int Count { get; }

    public abstract object Row(int index);

    public abstract string Cursor(int index);

    public abstract bool HasNextPage { get; }

    public abstract bool HasPreviousPage { get; }

    public abstract Task<int> Total(CancellationToken cancel);

    public IEnumerable<object> Rows() => Enumerable.Range(0, Count).Select(Row);

    public IEnumerable<Edge> Edges() => Enumerable.Range(0, Count).Select(i => new Edge(this, i));

    public static PageSource Of<TRow>(Page<TRow> page) => new Typed<TRow>(page);

    private sealed class Typed<TRow>(Page<TRow> page) : PageSource
    {
        private Task<int>? _total;

        public override int Count => page.Rows.Count;

        public override object Row(int index) => page.Rows[index]!;

        public override string Cursor(int index) => page.Cursor(page.Rows[index]);

        public override bool HasNextPage => page.HasNextPage;

        public override bool HasPreviousPage => page.HasPreviousPage;

        public override Task<int> Total(CancellationToken cancel) => _total ??= page.TotalCount(cancel);
    }
}

internal sealed record Edge(PageSource Page, int Index)
{
    public string Cursor => Page.Cursor(Index);

    public object Node => Page.Row(Index);
}
