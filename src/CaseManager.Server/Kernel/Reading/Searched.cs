namespace CaseManager.Server.Kernel.Reading;

/// <summary>By what rows of a view are found, as names of its columns.</summary>
public sealed class Searched
{
    /// <summary>What people call the record: numbers, seals. Found by their beginning, whatever stands between letters and digits.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Names and titles: they weigh more than prose.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Prose: words in any of their forms, in English and in French.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>A column of tags.</summary>
    public string? Tags { get; init; }

    /// <summary>Officers with a part in the record.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>What an excerpt is taken from.</summary>
    internal string Excerpt(RowShape shape) => $"concat_ws(' · ', {Columns(shape, [.. Numbers, .. Titles, .. Texts])})";

    /// <summary>The words and marks of a row (<c>cm.words_1</c>).</summary>
    internal string Words(RowShape shape) =>
        $"cm.words_1(array[{Columns(shape, Numbers)}]::text[], {Prose(shape, Titles)}, {Prose(shape, Texts)}, "
        + $"{(Tags is null ? "null" : Columns(shape, [Tags]))}, array[{Columns(shape, People)}]::uuid[])";

    // Not concat_ws, which the database does not hold for immutable.
    private static string Prose(RowShape shape, IReadOnlyList<string> names) =>
        names.Count == 0 ? "''" : string.Join(" || ' ' || ", names.Select(name => $"coalesce({Columns(shape, [name])}, '')"));

    private static string Columns(RowShape shape, IReadOnlyList<string> names) =>
        string.Join(", ", names.Select(name => shape.Cells.Single(c => c.Name == name).Sql));
}
