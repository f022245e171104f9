using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>The number people say: the case's, and the item under it, such as <c>NG-2026-014/E-12</c>.</summary>
public readonly partial record struct ExhibitNumber(string Text)
{
    /// <summary>Items up to this are given by people or counted; those above it are drawn by lot (ADR 0010).</summary>
    public const int LargestCounted = 99_999;

    public static readonly Refusal Malformed = new("exhibit.bad-number", "The number of an exhibit under its case looks like E-12, up to E-99999.");

    public int Item => int.Parse(Text.AsSpan(Text.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);

    public static ExhibitNumber Of(string caseNumber, int item) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{caseNumber}/E-{item}"));

    /// <summary>Reads an item as written on a bag: <c>E-12</c>.</summary>
    public static bool TryParseItem(string text, string field, out int item, [NotNullWhen(false)] out Refusal? refusal)
    {
        refusal = Form().IsMatch(text) ? null : Malformed.At(field);
        item = refusal is null ? int.Parse(text.AsSpan(2), CultureInfo.InvariantCulture) : 0;
        return refusal is null;
    }

    public override string ToString() => Text;

    [GeneratedRegex(@"\AE-[1-9][0-9]{0,4}\z")]
    private static partial Regex Form();
}
