using System.Globalization;
using System.Text;

namespace CaseManager.Domain.Deconfliction;

/// <summary>A name without case, diacritics and order of its words: <c>Sává, Viktor</c> is <c>viktor SAVA</c>. Spellings of another alphabet are not made one.</summary>
internal static class FoldedName
{
    // What Unicode does not take apart.
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ß'] = "SS", ['Ø'] = "O", ['Ł'] = "L", ['Æ'] = "AE", ['Œ'] = "OE", ['Đ'] = "D", ['Ð'] = "D", ['Þ'] = "TH", ['ı'] = "I",
    };

    /// <returns>Words with one space between them; with none when there is but one.</returns>
    public static string Of(string name)
    {
        var folded = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormKD).ToUpperInvariant())
        {
            if (Letters.TryGetValue(c, out var letters))
                folded.Append(letters);
            else if (char.IsLetterOrDigit(c))
                folded.Append(c);
            // An apostrophe is within a word, as is what stands above a letter.
            else if (c is not ('\'' or '’') && char.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                folded.Append(' ');
        }
        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }
}
