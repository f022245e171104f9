using System.Globalization;
using System.Text;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Searching;

/// <summary>What is looked for, as a query over words and marks: <c>#</c> before numbers, <c>+</c> before tags, <c>@</c> before officers.</summary>
public sealed record SearchTerms(string Text, string? Tag, OfficerId? Person)
{
    /// <summary>Longest text, in UTF-16 units; what is longer is cut.</summary>
    public const int Longest = 200;

    public bool HasWords => Words.Length > 0;

    public bool Any => HasWords || Tag is not null || Person is not null;

    private string Words => Text.Length > Longest ? Text[..Longest].Trim() : Text.Trim();

    /// <summary>Adds the query: any of the readings of the text, and the tag, and the person.</summary>
    internal Sql AddTo(Sql sql)
    {
        sql.Add("(");
        var and = "";
        if (Words is { Length: > 0 } words)
        {
            sql.Add("(");
            if (!IsNumber(words))
                sql.Add("websearch_to_tsquery('english', ").Value(words, NpgsqlDbType.Text)
                    .Add(") || websearch_to_tsquery('french', ").Value(words, NpgsqlDbType.Text).Add(") || ");
            sql.Add("websearch_to_tsquery('simple', ").Value(Bare(words), NpgsqlDbType.Text)
                .Add(") || ").Value(Number(words), NpgsqlDbType.Text, "::tsquery").Add(")");
            and = " && ";
        }
        if (Tag is not null)
        {
            sql.Add(and).Value(Quoted("+" + Tag.Trim().ToLowerInvariant()), NpgsqlDbType.Text, "::tsquery");
            and = " && ";
        }
        if (Person is { } person)
            sql.Add(and).Value(Quoted("@" + person.Value.ToString()), NpgsqlDbType.Text, "::tsquery");
        return sql.Add(")");
    }

    // Written as numbers are, such as NG-2026-014/E-12: no language inflects it.
    private static bool IsNumber(string words) => words.Count(char.IsAsciiDigit) >= 2 && words.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c) || c is '-' or '/');

    // Only what has a digit is a number: NG-2026-014, CFP-77120, CKXR 482.
    private static string Number(string words)
    {
        var number = string.Concat(words.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return number.Length >= 3 && number.Any(char.IsAsciiDigit) ? $"'#{number}':*" : "";
    }

    /// <summary>Without accents.</summary>
    internal static string Bare(string words) =>
        string.Concat(words.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private static string Quoted(string mark) => $"'{mark.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
