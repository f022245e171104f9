using System.Globalization;

namespace CaseManager.Domain.Tests.Support;

/// <summary>How many random histories: a test's own count times CASEMANAGER_TEST_SCALE (1 when not set).</summary>
internal static class Scale
{
    private static readonly int Factor =
        int.TryParse(Environment.GetEnvironmentVariable("CASEMANAGER_TEST_SCALE"), CultureInfo.InvariantCulture, out var factor) && factor > 0 ? factor : 1;

    public static int Of(int count) => count * Factor;
}
