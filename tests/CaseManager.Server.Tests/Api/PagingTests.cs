using System.Text.Json;
using Xunit;

namespace CaseManager.Server.Tests.Api;

/// <summary>Pages follow one another by key, whatever is recorded in between.</summary>
[Collection(ApiTests.Name)]
public sealed class PagingTests(ServerHost host)
{
    private const string Timeline =
        """
        query($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $order: [TimelineEntrySortInput!], $where: TimelineEntryFilterInput) {
          case(id: $id) { timeline(first: $first, after: $after, last: $last, before: $before, order: $order, where: $where) {
            nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } }
        """;

    private static readonly object[] ByRecording = [new { recordedAt = "ASC" }];
    private readonly Northgate _world = host.World;

    [Theory]
    [InlineData("recordedAt", "ASC")]
    [InlineData("recordedAt", "DESC")]
    [InlineData("text", "ASC")]
    [InlineData("occurredSaid", "DESC")]
    [InlineData("precision", "ASC")]
    [InlineData("gradeScheme", "DESC")]
    [InlineData("corrected", "ASC")]
    [InlineData("version", "DESC")]
    public async Task There_and_back_every_entry_comes_once_while_others_are_recorded(string by, string direction)
    {
        var file = await _world.NewCase();
        var entries = new List<string>();
        for (var i = 0; i < 17; i++)
            entries.Add(await _world.NewEntry(file, $"Entry {i % 3}"));
        var order = new[] { new Dictionary<string, string> { [by] = direction } };

        var there = new List<string>();
        var after = (string?)null;
        for (var more = true; more;)
        {
            var writing = _world.NewEntry(file, "Recorded meanwhile");
            var page = await Page(new { id = file, first = 4, after, order });
            there.AddRange(Ids(page));
            (after, more) = (Cursor(page, "endCursor"), Flag(page, "hasNextPage"));
            await writing;
            Assert.True(there.Count < 200);
        }
        var back = new List<string>();
        var before = after;
        for (var more = true; more;)
        {
            var page = await Page(new { id = file, last = 4, before, order });
            back.InsertRange(0, Ids(page));
            (before, more) = (Cursor(page, "startCursor"), Flag(page, "hasPreviousPage"));
        }

        Assert.Equal(there.Distinct(), there);
        Assert.Equal(back.Distinct(), back);
        Assert.Equal(entries.Order(), there.Where(entries.Contains).Order());
        Assert.Equal(entries.Except(there.TakeLast(1)).Order(), back.Where(entries.Contains).Except(there.TakeLast(1)).Order());
    }

    [Fact]
    public async Task A_cursor_serves_only_the_list_order_filter_and_person_it_was_given_for()
    {
        var file = await _world.NewCase();
        await _world.NewEntry(file);
        await _world.NewEntry(file);
        var after = Cursor(await Page(new { id = file, first = 1, order = ByRecording }), "endCursor");

        await _world.Maya.Ask(Timeline, new { id = file, after, order = ByRecording });
        foreach (var answer in new[]
        {
            await _world.Theo.Answer(Timeline, new { id = file, after, order = ByRecording }),
            await _world.Maya.Answer(Timeline, new { id = file, after, order = new[] { new { recordedAt = "DESC" } } }),
            await _world.Maya.Answer(Timeline, new { id = file, after, order = ByRecording, where = new { text = new { contains = "Van" } } }),
            await _world.Maya.Answer("query($after: String) { cases(after: $after) { nodes { id } } }", new { after }),
            await _world.Maya.Answer(Timeline, new { id = file, after = "bm9uc2Vuc2U=", order = ByRecording }),
        })
            Assert.Contains("\"code\":\"HC0078\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_one_cases_timeline_serves_no_other_case()
    {
        var (file, other) = (await _world.NewCase(), await _world.NewCase());
        foreach (var onCase in new[] { file, file, other, other })
            await _world.NewEntry(onCase);
        var after = Cursor(await Page(new { id = file, first = 1, order = ByRecording }), "endCursor");

        await _world.Maya.Ask(Timeline, new { id = file, after, order = ByRecording });
        Assert.Contains("\"code\":\"HC0078\"", await _world.Maya.Answer(Timeline, new { id = other, after, order = ByRecording }), StringComparison.Ordinal);
        Assert.Contains("\"code\":\"HC0078\"", await _world.Maya.Answer(Timeline, new { id = other, before = after, last = 1, order = ByRecording }), StringComparison.Ordinal);
    }

    private async Task<JsonElement> Page(object variables) => (await _world.Maya.Ask(Timeline, variables)).GetProperty("case").GetProperty("timeline");

    private static IEnumerable<string> Ids(JsonElement page) => page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!);

    private static string? Cursor(JsonElement page, string which) => page.GetProperty("pageInfo").GetProperty(which).GetString();

    private static bool Flag(JsonElement page, string which) => page.GetProperty("pageInfo").GetProperty(which).GetBoolean();
}
