using System.Globalization;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Reading;

/// <summary>How many rows lie in a span of time.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="Until">The first moment after it.</param>
public sealed record CountedSpan(DateTimeOffset From, DateTimeOffset Until, int Count);

/// <summary>Rows counted over equal spans of time: whole hours, or whole days of UTC, from the one with the first row to the one with the last.</summary>
internal static class Histogram
{
    public const int Spans = 60;
    public const int MostSpans = 200;

    private const int Day = 24;

    /// <exception cref="BadSpansException">So many spans are not counted.</exception>
    public static int Check(int? spans) => spans is null or (>= 1 and <= MostSpans) ? spans ?? Spans : throw new BadSpansException();

    /// <summary>
    /// For each parent the spans that hold something, each with the hour of the first span and the hours of one. Hours are counted
    /// from 1970, in UTC; from a day upwards a span is a number of days and begins at midnight.
    /// </summary>
    public static Sql Of<TRow>(RowList<TRow> list, string table, Column parent, IReadOnlyList<Guid> parents, Column time, int spans) where TRow : class
    {
        var sql = new Sql().Add("select p.id, h.start, h.width, h.span, h.count from unnest(").Value(parents.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid)
            .Add($"""
                ) p(id) cross join lateral (
                    with found as materialized (select floor(extract(epoch from {time.Sql}) / 3600)::bigint as hour from {table} t where {parent.Sql} = p.id and 
                """);
        list.Restrict(sql);
        return sql.Add("), asked as (select ").Value((long)spans, NpgsqlDbType.Bigint).Add(string.Create(CultureInfo.InvariantCulture, $"""
                     as most), ends as (select min(hour) as first, max(hour) as last from found),
                    hourly as (select first, last, most, (last - first + most) / most as hours from ends, asked),
                    daily as (select first, most, hours, floor(first / {Day}.0)::bigint as day, floor(last / {Day}.0)::bigint as last_day from hourly),
                    even as (select case when hours < {Day} then first else day * {Day} end as start,
                        case when hours < {Day} then hours else (last_day - day + most) / most * {Day} end as width from daily)
                    select start, width, (hour - start) / width as span, count(*)::int as count from found, even group by start, width, span) h
                order by p.id, h.span
                """));
    }

    /// <summary>With the spans between them in which there is nothing.</summary>
    public static IReadOnlyList<CountedSpan> Whole(IReadOnlyList<(long Start, long Width, long Span, int Count)> found)
    {
        if (found.Count == 0)
            return [];
        var (start, width) = (found[0].Start, found[0].Width);
        var counts = found.ToDictionary(f => f.Span, f => f.Count);
        return [.. Enumerable.Range(0, (int)found[^1].Span + 1).Select(i =>
            new CountedSpan(Hour(start + (i * width)), Hour(start + ((i + 1) * width)), counts.GetValueOrDefault(i)))];
    }

    private static DateTimeOffset Hour(long hour) => DateTimeOffset.UnixEpoch.AddHours(hour);
}

/// <summary>Other than 1 to 200 spans were asked for; on the wire <c>INVALID_VALUE</c>.</summary>
public sealed class BadSpansException() : Exception(string.Create(CultureInfo.InvariantCulture, $"Argument 'buckets' is from 1 to {Histogram.MostSpans}."));
