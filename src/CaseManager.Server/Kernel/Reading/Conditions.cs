namespace CaseManager.Server.Kernel.Reading;

/// <summary>What a column holds, which decides how it is filtered.</summary>
public enum ColumnKind
{
    Text,
    Uuid,
    Number,
    Flag,
    Time,
    Choice,
    Texts,
    Date,
    Json,
}

/// <summary>A column of a view: its wire name, its SQL (an identifier or an expression over the row) and what may be asked of it.</summary>
public sealed record Column(string Name, string Sql, ColumnKind Kind, Type Clr, bool Nullable, bool Filterable, bool Sortable)
{
    /// <summary>Computed when read, not stored.</summary>
    public bool Computed { get; init; }

    /// <summary>Another expression of the same kind: a parent's rows are those of which the one or the other names it.</summary>
    public string? Or { get; init; }
}

/// <summary>Comparison of a column with a value, named as on the wire.</summary>
public enum Operator
{
    Eq, Neq, In, Nin,
    Contains, Ncontains, StartsWith, NstartsWith, EndsWith, NendsWith,
    Gt, Ngt, Gte, Ngte, Lt, Nlt, Lte, Nlte,
    /// <summary>Lists: some element passes the inner tests given as <c>eq</c>/<c>in</c>/<c>contains</c>…</summary>
    Some, None, All, Any,
    /// <summary>Lists of periods: one of them holds at the time, or now when it is null. Not on the wire.</summary>
    HoldsAt,
}

/// <summary>A filter, free of any engine: built from <c>where</c>, turned into SQL by the reader.</summary>
public abstract record Condition
{
    public sealed record And(IReadOnlyList<Condition> Of) : Condition;

    public sealed record Or(IReadOnlyList<Condition> Of) : Condition;

    /// <summary>A value is a scalar, a list of scalars for <c>in</c>/<c>nin</c>, a <see cref="Condition"/> over the element for list operators, or null.</summary>
    public sealed record Test(Column Column, Operator Operator, object? Value) : Condition;
}

/// <summary>The caller's filter on a list of <typeparamref name="TRow"/>.</summary>
public sealed record Where<TRow>(Condition Condition);

/// <summary>The caller's order of a list: the first entry weighs most; the reader appends the id.</summary>
public sealed record Order<TRow>(IReadOnlyList<Sorting> By);

public sealed record Sorting(Column Column, bool Descending);
