using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>The number people say: series, year and count, such as <c>NG-2026-014</c>. Kept as written: leading noughts belong to it.</summary>
public readonly partial record struct CaseNumber(string Text)
{
    public static readonly Refusal Malformed = new("case.bad-number", "A case number looks like NG-2026-014.");
    public static readonly Refusal BadYear = new("case.bad-number-year", "The year of a case number lies between 1990 and 2100.");

    public string Series => Text[..Text.IndexOf('-', StringComparison.Ordinal)];

    public int Year => int.Parse(Text.AsSpan(Text.IndexOf('-', StringComparison.Ordinal) + 1, 4), CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, string field, out CaseNumber number, [NotNullWhen(false)] out Refusal? refusal)
    {
        number = new CaseNumber(text ?? "");
        refusal = Check(number, field);
        return refusal is null;
    }

    public static Refusal? Check(CaseNumber number, string field)
    {
        if (number.Text is null || !Form().IsMatch(number.Text))
            return Malformed.At(field);
        if (number.Year is < 1990 or > 2100)
            return BadYear.At(field);
        return null;
    }

    public override string ToString() => Text;

    // Two digits are enough for partners whose registers count without leading noughts.
    [GeneratedRegex(@"\A[A-Z][A-Z0-9]{1,9}-[0-9]{4}-[0-9]{2,6}\z")]
    private static partial Regex Form();
}
