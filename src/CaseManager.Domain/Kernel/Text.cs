using System.Globalization;

namespace CaseManager.Domain.Kernel;

/// <summary>Checks of free text, the same for every command: present, not too long, no control characters.</summary>
public static class Text
{
    public static readonly Refusal Missing = new("input.missing", "A value is required.");
    public static readonly Refusal TooLong = new("input.too-long", "The text is too long.");
    public static readonly Refusal Unprintable = new("input.unprintable", "The text holds characters that cannot be shown.");

    /// <summary>Null when the text is fine; otherwise the refusal at <paramref name="field"/>. Length is in UTF-16 units.</summary>
    public static Refusal? Check(string? text, int longest, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Missing.At(field);
        return CheckOptional(text, longest, field);
    }

    public static Refusal? CheckOptional(string? text, int longest, string field)
    {
        if (text is null)
            return null;
        if (text.Length > longest)
            return (TooLong with { Message = string.Create(CultureInfo.InvariantCulture, $"The text is longer than {longest} characters.") }).At(field);
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || HasLoneSurrogate(text))
            return Unprintable.At(field);
        return null;
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }
        return false;
    }
}
