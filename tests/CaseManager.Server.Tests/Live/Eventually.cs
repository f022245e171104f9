using System.Diagnostics;
using Xunit;

namespace CaseManager.Server.Tests.Live;

/// <summary>Waits for a condition that something else brings about.</summary>
internal static class Eventually
{
    public static async Task True(Func<bool> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!condition())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(10), what);
            await ticks.WaitForNextTickAsync();
        }
    }
}
