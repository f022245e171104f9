using CaseManager.Domain.Operations;

namespace CaseManager.Domain.Tests.Operations;

public sealed class AuthorityTests
{
    [Theory]
    [InlineData("2026-05-13T09:30Z", false)] // 05:30 in Toronto
    [InlineData("2026-05-13T09:59Z", false)]
    [InlineData("2026-05-13T10:00Z", true)]
    [InlineData("2026-05-14T00:59Z", true)]
    [InlineData("2026-05-14T01:00Z", false)] // 21:00 in Toronto
    [InlineData("2026-05-10T03:59Z", false)] // the day before it begins
    [InlineData("2026-05-17T10:00Z", false)] // the day it has ended
    public void Daily_hours_are_those_of_the_place(string at, bool covered) =>
        Assert.Equal(covered, Planned.Warrant.Covers(At(at), Planned.Toronto));

    [Fact]
    public void Its_end_is_the_first_moment_it_no_longer_holds()
    {
        Assert.True(Planned.AnyHour.Covers(Planned.AnyHour.Until.AddTicks(-1), Planned.Toronto));
        Assert.False(Planned.AnyHour.Covers(Planned.AnyHour.Until, Planned.Toronto));
    }

    [Theory]
    [InlineData("2026-05-13T06:00Z", true)] // 02:00 in Toronto
    [InlineData("2026-05-14T02:00Z", true)] // 22:00
    [InlineData("2026-05-13T16:00Z", false)] // noon
    public void Hours_may_span_midnight(string at, bool covered) =>
        Assert.Equal(covered, (Planned.Warrant with { DailyFrom = new(22, 0), DailyUntil = new(6, 0) }).Covers(At(at), Planned.Toronto));

    // The same instant of two days: clocks went back between them.
    [Fact]
    public void The_hours_follow_the_clock_over_a_jump()
    {
        var autumn = new Authority("W9", At("2026-10-01T00:00Z"), At("2026-12-01T00:00Z"), new(6, 0), new(21, 0));
        Assert.True(autumn.Covers(At("2026-10-31T10:15Z"), Planned.Toronto));
        Assert.False(autumn.Covers(At("2026-11-01T10:15Z"), Planned.Toronto));
    }

    private static DateTimeOffset At(string text)
    {
        Assert.Null(LocalTime.Resolve(Planned.Wall(text), null, "at", "zone", out var at));
        return at;
    }
}
