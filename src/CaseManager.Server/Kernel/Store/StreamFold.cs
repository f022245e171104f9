using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Store;

/// <summary>Folds facts that come stream after stream into rows of one view, each with when it was superseded, if it was.</summary>
internal sealed class StreamFold(IProjected projection, IReadOnlyList<Telling> tellings)
{
    private List<(IRow Row, DateTimeOffset? Superseded)> _rows = [];
    private Telling? _told;
    private IRow? _row;
    private Domain.Kernel.Tlp? _marked;

    public IReadOnlyList<(IRow Row, DateTimeOffset? Superseded)> Rows => _rows;

    public void Take(StoredFact<IFact> fact)
    {
        var same = _row?.Key == fact.Stream;
        if (same ? projection.View.Temporal : _row is not null)
            Put(same ? fact.RecordedAt : null);
        if (!same)
            _told = projection.Folds(fact.Fact) ? null : tellings.First(t => t.Of.Folds(fact.Fact));
        _marked = fact.Marked;
        _row = (_told?.Of ?? projection).Evolve(same ? _row : null, fact);
        if (_told?.Tell(_row, fact) is var (row, _))
            _rows.Add((row, null));
    }

    /// <summary>No more facts.</summary>
    public void End()
    {
        if (_row is not null)
            Put(null);
        _row = null;
    }

    public List<(IRow Row, DateTimeOffset? Superseded)> Give()
    {
        var rows = _rows;
        _rows = new(rows.Capacity);
        return rows;
    }

    // The row of a record that is only told of here stands in a view of its own.
    private void Put(DateTimeOffset? superseded)
    {
        if (_told is null)
            _rows.Add((projection.Shown(_row!, _marked), superseded));
    }
}
