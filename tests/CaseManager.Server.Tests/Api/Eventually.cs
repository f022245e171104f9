using System.Diagnostics;
using Xunit;

namespace CaseManager.Server.Tests.Api;

/// <summary>Waits for what time or another part of the server brings about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    public static async Task True(Func<Task<bool>> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await condition())
        {
            Assert.True(waited.Elapsed < Longest, what);
            await ticks.WaitForNextTickAsync();
        }
    }
}
