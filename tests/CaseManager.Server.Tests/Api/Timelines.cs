using Xunit;

namespace CaseManager.Server.Tests.Api;

/// <summary>Following the timeline of a case.</summary>
internal static class Timelines
{
    /// <summary>A stream that has begun to speak.</summary>
    /// <param name="happens">Records an entry there.</param>
    public static async Task<EventStream> Followed(Voice by, string file, TimeSpan patience, Func<Task> happens)
    {
        var stream = await by.Listen("subscription($case: ID!) { timelineChanged(case: $case) { text } }", new { @case = file });
        var first = stream.Next(patience);
        await Eventually.True(async () =>
        {
            await happens();
            return first.IsCompleted;
        }, "nothing was heard");
        Assert.NotNull(await first);
        return stream;
    }
}
