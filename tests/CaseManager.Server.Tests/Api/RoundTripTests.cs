using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.Api;

/// <summary>How often a request goes to the database: counted by the driver's own spans within the request's trace.</summary>
[Collection(ApiTests.Name)]
public sealed class RoundTripTests(ServerHost host, ITestOutputHelper output)
{
    private readonly Northgate _world = host.World;

    [Fact]
    public async Task An_act_takes_four_at_most()
    {
        var file = await _world.NewCase();
        var input = new { @case = file, text = "Counted", occurred = Northgate.AtEight };
        await _world.Maya.Do("recordTimelineEntry", input);

        var silent = await Count(voice => voice.Answer("mutation($input: RecordTimelineEntryInput!) { recordTimelineEntry(input: $input) { version errors { __typename } } }", new { input }));
        // The commit is a round trip without a span.
        output.WriteLine($"figure P17 act={silent + 1}");
        Assert.InRange(silent + 1, 2, 4);
    }

    [Fact]
    public async Task A_page_takes_two_at_most_each_level_below_it_one_and_the_record_of_it_one()
    {
        var file = await _world.NewCase();
        for (var i = 0; i < 5; i++)
            await _world.NewEntry(file);
        const string Page = "query($id: ID!) { case(id: $id) { timeline { nodes { text } } } }";
        const string Deep = "query($id: ID!) { case(id: $id) { timeline { nodes { text recordedBy { name agency { code } } } } } }";
        const string Wide = "{ cases(first: 10) { nodes { title lead { name } } } }";
        foreach (var warm in new[] { Page, Deep, Wide })
            await _world.Maya.Ask(warm, new { id = file });

        var page = await Count(voice => voice.Ask(Page, new { id = file }));
        var deep = await Count(voice => voice.Ask(Deep, new { id = file }));
        var wide = await Count(voice => voice.Ask(Wide, new { id = file }));

        output.WriteLine($"figure P17 page={page} two-levels-deeper={deep} list-with-officers={wide}");
        // That it was read goes on record in one, which those share that come at the same moment.
        Assert.InRange(page, 2, 3);
        Assert.InRange(deep, page + 1, page + 2);
        Assert.Equal(3, wide);
    }

    private async Task<int> Count(Func<Voice, Task> request)
    {
        var trace = ActivityTraceId.CreateRandom();
        var spans = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == trace ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == trace)
                    spans.Add(activity.DisplayName);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await request(_world.Maya.Within($"00-{trace}-{ActivitySpanId.CreateRandom()}-01"));
        output.WriteLine(string.Join(" | ", spans));
        return spans.Count;
    }
}
