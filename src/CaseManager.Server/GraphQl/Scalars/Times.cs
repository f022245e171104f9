using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace CaseManager.Server.GraphQl.Scalars;

internal sealed partial class DateTimeScalar() : WireScalar<DateTimeOffset>(
    "DateTime", "https://scalars.graphql.org/chillicream/date-time.html", "An instant with its offset, at most 7 fraction digits, such as 2026-03-01T09:30:00-05:00.")
{
    protected override string Write(DateTimeOffset value) => value.Offset == TimeSpan.Zero
        ? value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture)
        : value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    protected override bool TryRead(string text, out DateTimeOffset value)
    {
        value = default;
        return Form().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,7})?([Zz]|[+-]\d\d:\d\d)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

internal sealed class LocalDateScalar() : WireScalar<DateOnly>(
    "LocalDate", "https://scalars.graphql.org/chillicream/local-date.html", "A day without a zone, such as 2026-03-01.")
{
    protected override string Write(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected override bool TryRead(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
}

internal sealed class LocalTimeScalar() : WireScalar<TimeOnly>(
    "LocalTime", "https://scalars.graphql.org/chillicream/local-time.html", "A time of day without a zone, such as 09:30:00.")
{
    private static readonly string[] Forms = ["HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    protected override string Write(TimeOnly value) => value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    protected override bool TryRead(string text, out TimeOnly value) =>
        TimeOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
}

internal sealed partial class DurationScalar() : WireScalar<TimeSpan>(
    "Duration", "https://scalars.graphql.org/chillicream/duration.html", "A length of time in ISO 8601 without years and months, such as P1DT2H.")
{
    protected override string Write(TimeSpan value) => XmlConvert.ToString(value);

    protected override bool TryRead(string text, out TimeSpan value)
    {
        value = default;
        if (!Form().IsMatch(text) || text[^1] is 'P' or 'T')
            return false;
        try
        {
            value = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^-?P(\d{1,7}D)?(T(\d{1,8}H)?(\d{1,9}M)?(\d{1,10}(\.\d{1,7})?S)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
