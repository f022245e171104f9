using System.Diagnostics;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>Waits for what a server or a database brings about; fails with <c>what</c> when it does not come.</summary>
internal static class Until
{
    public static async Task True(Func<Task<bool>> condition, string what, int seconds = 30)
    {
        var waited = Stopwatch.StartNew();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await condition())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(seconds), what);
            await ticks.WaitForNextTickAsync();
        }
    }
}
