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
    internal string Excerpt(RowShape shape) =>
        $"concat_ws(' · ', {string.Join(", ", Named.Concat(Texts).Select(name => Cell(shape, name).Sql))})";

    /// <summary>
    /// The row's marks (<c>#</c> numbers without what is between letters and digits, <c>@</c> officers, <c>+</c> tags) and its words: as
    /// written, in English, in French, and without accents where it has any.
    /// </summary>
    /// <param name="row">What the row is called there.</param>
    internal string Words(RowShape shape, string row)
    {
        var parts = new List<string> { $"array_to_tsvector(array_remove({Marks(shape, row)}, null))" };
        if (Named.Any())
            parts.Add($"setweight(to_tsvector('simple', {Joined(shape, row, Named)}), 'A')");
        if (Tags is { } tags)
            parts.Add($"setweight(to_tsvector('simple', array_to_string({At(shape, row, tags)}, ' ')), 'B')");
        if (Titles.Count > 0)
            parts.Add($"setweight({BothLanguages(Joined(shape, row, Titles))}, 'B')");
        if (Texts.Count > 0)
            parts.Add(BothLanguages(Joined(shape, row, Texts)));
        parts.Add(WithoutAccents(Joined(shape, row, Titles.Concat(Texts))));
        return string.Join(" || ", parts);
    }

    /// <summary>The columns that <see cref="Words"/> sees, and as parameters of a function.</summary>
    internal string Columns(RowShape shape) => string.Join(", ", Seen(shape).Select(c => c.Sql));

    internal string Parameters(RowShape shape) => string.Join(", ", Seen(shape).Select(c => $"{c.Sql} {c.PgType}"));

    private IEnumerable<string> Named => Numbers.Concat(Titles);

    private IEnumerable<RowShape.Cell> Seen(RowShape shape) =>
        Named.Concat(Texts).Concat(Tags is null ? [] : [Tags]).Concat(People).Distinct().Select(name => Cell(shape, name));

    private string Marks(RowShape shape, string row)
    {
        var marks = Numbers.Select(n => $"'#' || regexp_replace(lower({At(shape, row, n)}), '[^a-z0-9]', '', 'g')")
            .Concat(People.Select(p => $"'@' || {At(shape, row, p)}::text"));
        var all = $"array[{string.Join(", ", marks)}]::text[]";
        // No tag holds a control character.
        return Tags is null ? all
            : $"{all} || case when {At(shape, row, Tags)} <> '{{}}' then string_to_array('+' || lower(array_to_string({At(shape, row, Tags)}, chr(31) || '+')), chr(31)) end";
    }

    private static string BothLanguages(string text) => $"to_tsvector('english', {text}) || to_tsvector('french', {text})";

    // Only a text with accents has letters of more than one byte; the search for them costs as much as a reading.
    private static string WithoutAccents(string text) =>
        $"case when octet_length({text}) > length({text}) then to_tsvector('simple', regexp_replace(normalize({text}, nfd), '[\u0300-\u036f]+', '', 'g')) else '' end";

    private static string Joined(RowShape shape, string row, IEnumerable<string> names) =>
        names.ToArray() is [var only] ? $"coalesce({At(shape, row, only)}, '')" : $"concat_ws(' ', {string.Join(", ", names.Select(n => At(shape, row, n)))})";

    private static string At(RowShape shape, string row, string name) => $"{row}.{Cell(shape, name).Sql}";

    private static RowShape.Cell Cell(RowShape shape, string name) => shape.Cells.Single(c => c.Name == name);
}
