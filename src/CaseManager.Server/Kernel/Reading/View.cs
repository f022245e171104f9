namespace CaseManager.Server.Kernel.Reading;

/// <summary>A read model over one kind of stream: a flat table with one row per record, or per version of it when temporal.</summary>
public sealed class View<TRow> : IView where TRow : class
{
    private readonly Lazy<RowShape> _shape = new(() => RowShape.Of(typeof(TRow)));
    private readonly Lazy<IReadOnlyList<Column>> _columns;

    /// <param name="table">Name of the table.</param>
    /// <param name="columns">What may be asked; null: every stored column that the row shows, and <see cref="Computed"/>.</param>
    public View(string table, IReadOnlyList<Column>? columns = null)
    {
        Table = table;
        _columns = new(() => columns ?? [.. Shape.Cells.Where(c => !c.Hidden).Select(Ask), .. Computed]);
    }

    public Type Row => typeof(TRow);

    public string Table { get; }

    public RowShape Shape => _shape.Value;

    public IReadOnlyList<Column> Columns => _columns.Value;

    public bool Temporal { get; init; }

    public int Revision { get; init; } = 1;

    public IReadOnlyList<string> Indexes { get; init; } = [];

    public IReadOnlyDictionary<string, Domain.Kernel.Refusal> Collisions { get; init; } = new Dictionary<string, Domain.Kernel.Refusal>();

    public Searched? Searched { get; init; }

    /// <summary>The row with the marking that its record was given later; null when rows of the view show none.</summary>
    public Func<TRow, Domain.Kernel.Tlp, TRow>? Remarked { get; init; }

    /// <summary>Columns worked out when read: the expression sees the row as <c>t</c> and other views under the caller's rights.</summary>
    public IReadOnlyList<Column> Computed { get; init; } = [];

    /// <summary>The order when the caller names none, as column name and direction.</summary>
    public IReadOnlyList<(string Column, bool Descending)> DefaultOrder { get; init; } = [("changedAt", true)];

    /// <summary>The column of that wire name.</summary>
    public Column this[string name] => Columns.Single(c => c.Name == name);

    private static Column Ask(RowShape.Cell cell) => new(cell.Name, "t." + cell.Sql, cell.Kind, cell.Clr, cell.Nullable,
        Filterable: cell.Kind is not ColumnKind.Json, Sortable: cell.Kind is not (ColumnKind.Json or ColumnKind.Texts or ColumnKind.Uuid));
}
