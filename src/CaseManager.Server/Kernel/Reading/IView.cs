namespace CaseManager.Server.Kernel.Reading;

/// <summary>A read model as schema and store see it: a row type, its table and what may be asked of it.</summary>
public interface IView
{
    Type Row { get; }

    string Table { get; }

    /// <summary>What a filter or an order may name.</summary>
    IReadOnlyList<Column> Columns { get; }

    /// <summary>Keeps what each row was before, so that any list can be asked as of a time.</summary>
    bool Temporal { get; }

    /// <summary>Index definitions: columns and predicate, without name and table.</summary>
    IReadOnlyList<string> Indexes { get; }

    /// <summary>Raised when the fold gives other rows for the same facts: the view is then rebuilt at the next start.</summary>
    int Revision { get; }

    /// <summary>What it means to hit a unique index, by the index's name (table, underscore, place in <see cref="Indexes"/>).</summary>
    IReadOnlyDictionary<string, Domain.Kernel.Refusal> Collisions { get; }

    RowShape Shape { get; }

    /// <summary>By what rows are found; null when they are not searched.</summary>
    Searched? Searched { get; }
}
