using System.Globalization;

namespace CaseManager.Server.Tests.Store;

/// <summary>How large random and fault tests are: <c>CASEMANAGER_TEST_SCALE</c>, 1 when absent.</summary>
internal static class Scale
{
    public static int Of { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("CASEMANAGER_TEST_SCALE"), NumberStyles.None, CultureInfo.InvariantCulture, out var scale) ? Math.Max(1, scale) : 1;
}
