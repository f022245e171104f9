using System.Globalization;
using CaseManager.Server.Kernel.Facts;

namespace CaseManager.Server.Kernel.Reading;

/// <summary>A row's keys as text that the database reads as the same value: written only for the rows whose cursor is asked for.</summary>
internal static class KeyText
{
    /// <summary>The cell that holds this column; null for what is worked out when read.</summary>
    public static RowShape.Cell? CellOf(RowShape shape, string sql) => shape.Cells.FirstOrDefault(c => sql.Length == c.Sql.Length + 2 && sql.StartsWith("t.", StringComparison.Ordinal) && sql.EndsWith(c.Sql, StringComparison.Ordinal));

    // What is not known is the least, as in the order itself.
    public static string Of(RowShape.Cell cell, object? value) => cell.Kind switch
    {
        ColumnKind.Choice => (value is null ? 0 : Array.IndexOf(Enum.GetNames(cell.Clr), value.ToString()) + 1).ToString(CultureInfo.InvariantCulture),
        ColumnKind.Time => Time((DateTimeOffset?)value),
        ColumnKind.Date => Date((DateOnly?)value),
        ColumnKind.Number => ((IFormattable)(value ?? long.MinValue)).ToString(null, CultureInfo.InvariantCulture),
        ColumnKind.Flag => value is true ? "true" : "false",
        _ => Ids.Bare(value)?.ToString() ?? "",
    };

    private static string Time(DateTimeOffset? at) => at switch
    {
        null => "-infinity",
        { } least when least == DateTimeOffset.MinValue => "-infinity",
        { } most when most == DateTimeOffset.MaxValue => "infinity",
        { } time => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff'+00'", CultureInfo.InvariantCulture),
    };

    private static string Date(DateOnly? on) => on switch
    {
        null => "-infinity",
        { } least when least == DateOnly.MinValue => "-infinity",
        { } most when most == DateOnly.MaxValue => "infinity",
        { } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
