namespace CaseManager.Web.Tests;

/// <summary>What opens over a page, by the keys that open it, and how one knows that it is there. As a custodian of Halden.</summary>
internal static class Overlays
{
    private const string Dialog = "[role=dialog]:visible";

    public static readonly IReadOnlyList<(string Path, string[] Keys, string Opened)> All =
    [
        ("/", ["c"], Dialog),
        ("/", ["Control+k"], Dialog),
        ("/", ["?"], Dialog),
        ("/cases", ["n"], Dialog),
        ("/cases", ["j", " "], ".peek"),
        ("/exhibits", ["j", " "], ".peek"),
        ("/cases/NG-2026-014/timeline", ["c"], "form.composer"),
        ("/cases/NG-2026-014/timeline", ["j", "Enter"], ".peek"),
        ("/cases/NG-2026-014/tasks", ["n"], Dialog),
        ("/cases/NG-2026-014/team", ["n"], Dialog),
        ("/cases/NG-2026-014/evidence", ["n"], "main form"),
    ];
}
