using CaseManager.Domain.Kernel;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Kernel;

public sealed class OccurrenceTests
{
    private const string Toronto = "America/Toronto";
    private static readonly OccurrenceGiven None = new(Toronto);
    private static readonly DateTimeOffset Later = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_moment_is_kept_as_one() =>
        Assert.Equal(
            new Occurrence(Precision.Instant, Toronto, Noon, Noon, null, "noon sharp"),
            Resolved(None with { At = Moment.At(Noon.ToOffset(TimeSpan.FromHours(-4))), Said = "noon sharp" }));

    [Fact]
    public void A_range_keeps_both_ends() =>
        Assert.Equal(
            new Occurrence(Precision.Range, Toronto, Noon.AddHours(-2), Noon, null, null),
            Resolved(None with { From = Moment.At(Noon.AddHours(-2)), Until = Moment.At(Noon) }));

    [Theory]
    [InlineData(DayPart.Night, "2026-04-18T04:00Z", "2026-04-18T10:00Z")]
    [InlineData(DayPart.Morning, "2026-04-18T10:00Z", "2026-04-18T16:00Z")]
    [InlineData(DayPart.Afternoon, "2026-04-18T16:00Z", "2026-04-18T22:00Z")]
    [InlineData(DayPart.Evening, "2026-04-18T22:00Z", "2026-04-19T04:00Z")]
    public void A_part_of_a_day_has_six_hours(DayPart part, string from, string until) =>
        AssertBounds(None with { Date = new DateOnly(2026, 4, 18), Part = part }, from, until);

    [Theory]
    [InlineData(Toronto, "2026-03-08", "2026-03-08T05:00Z", "2026-03-09T04:00Z")] // 23 hours
    [InlineData(Toronto, "2026-11-01", "2026-11-01T04:00Z", "2026-11-02T05:00Z")] // 25 hours
    [InlineData("America/Mazatlan", "2026-04-05", "2026-04-05T07:00Z", "2026-04-06T07:00Z")] // no summer time since 2022
    [InlineData("Australia/Lord_Howe", "2026-10-04", "2026-10-03T13:30Z", "2026-10-04T13:00Z")] // half an hour shorter
    [InlineData("America/Havana", "2026-03-08", "2026-03-08T05:00Z", "2026-03-09T04:00Z")] // midnight itself is skipped
    [InlineData("America/St_Johns", "2006-10-29", "2006-10-29T02:30Z", "2006-10-30T03:30Z")] // midnight comes twice
    public void A_day_is_as_long_as_its_zone_makes_it(string zone, string date, string from, string until) =>
        AssertBounds(new OccurrenceGiven(zone, Date: DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)), from, until);

    [Fact]
    public void A_day_that_a_zone_skipped_did_not_happen() =>
        AssertRefused(OccurrenceGiven.NoSuchLocalTime.At("when.date"), new OccurrenceGiven("Pacific/Apia", Date: new DateOnly(2011, 12, 30)));

    [Fact]
    public void A_wall_clock_time_is_read_in_its_zone() =>
        AssertBounds(None with { At = Parsed("2026-04-18T20:00") }, "2026-04-19T00:00Z", "2026-04-19T00:00Z");

    [Fact]
    public void A_wall_clock_time_that_was_skipped_is_refused() =>
        AssertRefused(OccurrenceGiven.NoSuchLocalTime.At("when.at"), None with { At = Parsed("2026-03-08T02:30") });

    [Fact]
    public void A_wall_clock_time_that_came_twice_is_refused() =>
        AssertRefused(OccurrenceGiven.AmbiguousLocalTime.At("when.until"), None with { From = Parsed("2026-11-01T00:30"), Until = Parsed("2026-11-01T01:30") });

    [Fact]
    public void With_its_offset_it_came_once() =>
        AssertBounds(None with { At = Parsed("2026-11-01T01:30:00-05:00") }, "2026-11-01T06:30Z", "2026-11-01T06:30Z");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Toronto")]
    [InlineData("america/toronto")]
    [InlineData("UTC+05")]
    public void A_zone_is_one_of_the_world(string? zone) =>
        AssertRefused(Zone.Unknown.At("when.zone"), new OccurrenceGiven(zone, At: Moment.At(Noon)));

    [Fact]
    public void A_time_is_given_in_one_form()
    {
        var date = new DateOnly(2026, 4, 18);
        AssertRefused(OccurrenceGiven.OneForm.At("when"), None);
        AssertRefused(OccurrenceGiven.OneForm.At("when"), None with { At = Moment.At(Noon), Date = date });
        AssertRefused(OccurrenceGiven.OneForm.At("when"), None with { At = Moment.At(Noon), From = Moment.At(Noon), Until = Moment.At(Noon) });
        AssertRefused(OccurrenceGiven.OneForm.At("when"), None with { At = Moment.At(Noon), Part = DayPart.Evening });
        AssertRefused(Text.Missing.At("when.date"), None with { Part = DayPart.Evening });
        AssertRefused(Text.Missing.At("when.until"), None with { From = Moment.At(Noon) });
        AssertRefused(Text.Missing.At("when.from"), None with { Until = Moment.At(Noon) });
    }

    [Fact]
    public void An_end_is_not_before_its_start()
    {
        AssertRefused(OccurrenceGiven.EndsBeforeStart.At("when.until"), None with { From = Moment.At(Noon), Until = Moment.At(Noon.AddTicks(-1)) });
        Assert.Equal(Noon, Resolved(None with { From = Moment.At(Noon), Until = Moment.At(Noon) }).Until);
    }

    [Fact]
    public void A_range_spans_ten_years_and_not_more()
    {
        Resolved(None with { From = Moment.At(Noon.AddYears(-10)), Until = Moment.At(Noon) });
        AssertRefused(OccurrenceGiven.TooLong.At("when.until"), None with { From = Moment.At(Noon.AddYears(-10).AddSeconds(-1)), Until = Moment.At(Noon) });
    }

    [Fact]
    public void Nothing_happened_before_1900()
    {
        var first = new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Resolved(None with { At = Moment.At(first) });
        AssertRefused(OccurrenceGiven.TooEarly.At("when.at"), None with { At = Moment.At(first.AddTicks(-1)) });
        AssertRefused(OccurrenceGiven.TooEarly.At("when.from"), None with { From = Moment.At(DateTimeOffset.MinValue), Until = Moment.At(Noon) });
        AssertRefused(OccurrenceGiven.TooEarly.At("when.at"), None with { At = Moment.Local(DateTime.MinValue) });
        AssertRefused(OccurrenceGiven.TooEarly.At("when.date"), None with { Date = DateOnly.MinValue });
        AssertRefused(OccurrenceGiven.TooEarly.At("when.date"), new OccurrenceGiven("Asia/Tokyo", Date: new DateOnly(1900, 1, 1)));
    }

    [Fact]
    public void Nothing_happened_after_tomorrow()
    {
        var last = Later + OccurrenceGiven.Ahead;
        Resolved(None with { At = Moment.At(last) });
        AssertRefused(OccurrenceGiven.InFuture.At("when.at"), None with { At = Moment.At(last.AddTicks(1)) });
        AssertRefused(OccurrenceGiven.InFuture.At("when.until"), None with { From = Moment.At(Noon), Until = Moment.At(DateTimeOffset.MaxValue) });
        AssertRefused(OccurrenceGiven.InFuture.At("when.at"), None with { At = Moment.Local(DateTime.MaxValue) });
        AssertRefused(OccurrenceGiven.InFuture.At("when.date"), None with { Date = DateOnly.MaxValue });
        AssertRefused(OccurrenceGiven.InFuture.At("when.date"), None with { Date = new DateOnly(2027, 1, 3) });
        Resolved(None with { Date = new DateOnly(2027, 1, 1) });
    }

    [Fact]
    public void A_part_is_one_of_the_list() =>
        AssertRefused(Choice.Unlisted.At("when.part"), None with { Date = new DateOnly(2026, 4, 18), Part = (DayPart)4 });

    [Fact]
    public void The_words_used_have_a_length() =>
        AssertRefused(Text.TooLong.At("when.said"), None with { At = Moment.At(Noon), Said = new string('x', 201) });

    [Fact]
    public void Bounds_are_whole_microseconds() =>
        Assert.Equal(Noon.AddTicks(10), Resolved(None with { At = Moment.At(Noon.AddTicks(19)) }).From);

    [Theory]
    [InlineData("2026-04-18")]
    [InlineData("18/04/2026 20:00")]
    [InlineData("2026-04-18 20:00")]
    [InlineData("2026-13-18T20:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("2026-04-18T20:00-25:00")]
    [InlineData("2026-04-18T20:00:00.0000000000000000000000000000000000000000000000000")]
    [InlineData("")]
    [InlineData(null)]
    public void A_moment_has_its_form(string? text)
    {
        Assert.False(Moment.TryParse(text, "when.at", out _, out var refusal));
        Assert.Equal(Moment.Malformed.At("when.at"), refusal);
    }

    private static Moment Parsed(string text)
    {
        Assert.True(Moment.TryParse(text, "when.at", out var moment, out _));
        return moment;
    }

    private static Occurrence Resolved(OccurrenceGiven given)
    {
        Assert.True(given.TryResolve(Later, "when", out var occurrence, out var refusal), refusal?.Code);
        return occurrence;
    }

    private static void AssertBounds(OccurrenceGiven given, string from, string until)
    {
        var occurrence = Resolved(given);
        Assert.Equal((Utc(from), Utc(until)), (occurrence.From, occurrence.Until));
        Assert.Equal(TimeSpan.Zero, occurrence.From.Offset);
    }

    private static void AssertRefused(Refusal refusal, OccurrenceGiven given)
    {
        Assert.False(given.TryResolve(Later, "when", out _, out var actual));
        Assert.Equal((refusal.Code, refusal.Field), (actual.Code, actual.Field));
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
