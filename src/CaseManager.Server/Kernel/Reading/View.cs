namespace CaseManager.Server.Kernel.Reading;

/// <summary>A read model over one kind of stream.</summary>
public sealed class View<TRow>(string table, IReadOnlyList<Column> columns) : IView where TRow : class
{
    public Type Row => typeof(TRow);

    public string Table { get; } = table;

    public IReadOnlyList<Column> Columns { get; } = columns;
}
