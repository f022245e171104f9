using System.Text.Json;
using CaseManager.Server.Tests.Api;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>Maya brushes over a timeline: where in time its entries lie.</summary>
[Collection(ApiTests.Name)]
public sealed class HistogramTests(ServerHost host)
{
    private const string Asked =
        """
        query($id: ID!, $where: TimelineEntryFilterInput, $buckets: Int, $asOf: DateTime) { case(id: $id) {
          timelineHistogram(where: $where, buckets: $buckets, asOf: $asOf) { from until count } timeline(where: $where, asOf: $asOf) { totalCount } } }
        """;

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task Within_a_day_or_two_spans_are_hours()
    {
        var file = await _world.NewCase();
        await Happened(file, "2026-04-18T20:40-04:00", "2026-04-18T23:10-04:00", "2026-04-18T23:59-04:00");
        Assert.Equal(["2026-04-19T00:00Z 1", "2026-04-19T01:00Z 0", "2026-04-19T02:00Z 0", "2026-04-19T03:00Z 2"], await Spans(_world.Maya, file));
        Assert.Equal(["2026-04-19T00:00Z 1", "2026-04-19T02:00Z 2"], await Spans(_world.Maya, file, buckets: 2));
        Assert.Equal(["2026-04-19T00:00Z 3"], await Spans(_world.Maya, file, buckets: 1));
    }

    [Fact]
    public async Task Over_months_and_years_they_are_days_and_never_more_than_asked_for()
    {
        var file = await _world.NewCase();
        await Happened(file, "1900-01-02T12:00Z", "1969-12-31T23:59Z", "2026-04-18T20:00Z", "2026-04-19T00:00Z");
        foreach (var buckets in new[] { 1, 2, 7, 60, 199, 200 })
        {
            var spans = (await Ask(_world.Maya, file, buckets: buckets)).GetProperty("timelineHistogram").EnumerateArray().ToArray();
            Assert.InRange(spans.Length, 1, buckets);
            var width = Span(spans[0]);
            Assert.True(width.TotalDays == Math.Floor(width.TotalDays), $"{width}");
            Assert.All(spans, s => Assert.Equal((width, TimeSpan.Zero), (Span(s), s.GetProperty("from").GetDateTimeOffset().TimeOfDay)));
            Assert.All(spans.Zip(spans.Skip(1)), s => Assert.Equal(s.First.GetProperty("until").GetString(), s.Second.GetProperty("from").GetString()));
            Assert.True(spans[0].GetProperty("count").GetInt32() > 0 && spans[^1].GetProperty("count").GetInt32() > 0);
            Assert.Equal(4, spans.Sum(s => s.GetProperty("count").GetInt32()));
        }
    }

    [Fact]
    public async Task It_counts_what_the_filter_and_the_time_asked_about_leave_and_their_sum_is_the_lists_total()
    {
        var file = await _world.NewCase();
        await Happened(file, "2026-03-01T08:00Z", "2026-04-18T20:00Z");
        var before = DateTimeOffset.UtcNow;
        await _world.NewEntry(file, "Found later");
        Assert.Equal(3, Sum(await Ask(_world.Maya, file)));
        Assert.Equal(2, Sum(await Ask(_world.Maya, file, asOf: before)));
        Assert.Equal(1, Sum(await Ask(_world.Maya, file, where: new { text = new { contains = "later" } })));
        Assert.Equal(0, Sum(await Ask(_world.Maya, file, where: new { text = new { contains = "nowhere" } })));
        Assert.Empty(await Spans(_world.Maya, await _world.NewCase()));
    }

    [Fact]
    public async Task Each_counts_only_what_they_may_read()
    {
        var file = await _world.NewCase();
        await Happened(file, "2026-03-01T08:00Z");
        await _world.Maya.Do("recordTimelineEntry", new { @case = file, text = "For Maya", occurred = Northgate.AtEight, tlp = "RED", readers = new[] { _world.Maya.Id } });
        Assert.Equal(2, Sum(await Ask(_world.Maya, file)));
        Assert.Equal(["2026-03-01T08:00Z 1"], await Spans(_world.Theo, file));
        Assert.Equal(JsonValueKind.Null, (await Raw(_world.Novak, file)).GetProperty("data").GetProperty("case").ValueKind);
    }

    [Fact]
    public async Task All_cases_of_a_list_are_counted_in_one_question()
    {
        var (one, other) = (await _world.NewCase(), await _world.NewCase());
        await Happened(one, "2026-03-01T08:00Z");
        await Happened(other, "2026-03-02T08:00Z", "2026-03-02T10:00Z");
        var told = (await _world.Maya.Ask(
            "query($ids: [ID]) { cases(where: { id: { in: $ids } }) { nodes { id timelineHistogram { count } } } }", new { ids = new[] { one, other } })).GetProperty("cases").GetProperty("nodes");
        Assert.Equal([1, 2], told.EnumerateArray().Select(c => c.GetProperty("timelineHistogram").EnumerateArray().Sum(s => s.GetProperty("count").GetInt32())).Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(201)]
    public async Task So_many_spans_are_not_counted(int buckets)
    {
        var error = (await Raw(_world.Maya, _world.Halden, buckets)).GetProperty("errors")[0];
        Assert.Equal(("INVALID_VALUE", "buckets"), (error.GetProperty("extensions").GetProperty("code").GetString(), error.GetProperty("extensions").GetProperty("field").GetString()));
    }

    private async Task Happened(string file, params string[] times)
    {
        foreach (var at in times)
            await _world.Maya.Do("recordTimelineEntry", new { @case = file, text = "It happened", occurred = new { zone = "America/Toronto", at } });
    }

    private static async Task<JsonElement> Ask(Voice asker, string file, object? where = null, int? buckets = null, DateTimeOffset? asOf = null) =>
        (await asker.Ask(Asked, new { id = file, where, buckets, asOf })).GetProperty("case");

    private static async Task<JsonElement> Raw(Voice asker, string file, int? buckets = null) =>
        JsonDocument.Parse(await asker.Answer(Asked, new { id = file, buckets })).RootElement;

    private static async Task<string[]> Spans(Voice asker, string file, int? buckets = null) =>
        [.. (await Ask(asker, file, buckets: buckets)).GetProperty("timelineHistogram").EnumerateArray()
            .Select(s => $"{s.GetProperty("from").GetDateTimeOffset():yyyy-MM-dd'T'HH:mm'Z'} {s.GetProperty("count")}")];

    private static TimeSpan Span(JsonElement span) => span.GetProperty("until").GetDateTimeOffset() - span.GetProperty("from").GetDateTimeOffset();

    private static int Sum(JsonElement file)
    {
        var sum = file.GetProperty("timelineHistogram").EnumerateArray().Sum(s => s.GetProperty("count").GetInt32());
        Assert.Equal(file.GetProperty("timeline").GetProperty("totalCount").GetInt32(), sum);
        return sum;
    }
}
