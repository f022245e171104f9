namespace CaseManager.Web.Tests;

/// <summary>Every page there is, as somebody who may see much opens it.</summary>
internal static class Pages
{
    /// <summary>Addresses that need no record's id.</summary>
    public static readonly string[] All =
    [
        "/", "/search", "/search?q=drums", "/cases", "/cases/NG-2026-014", "/cases/NG-2026-014/timeline", "/cases/NG-2026-014/evidence", "/cases/NG-2026-014/evidence/new",
        "/exhibits", "/operations", "/supervision", "/supervision/cases?by=STAGE&key=INVESTIGATION",
        "/supervision/exhibits?by=STATUS&key=HELD", "/supervision/tasks?by=STATUS&key=OPEN", "/supervision/operations",
        "/admin", "/admin?part=agencies", "/admin?part=taskForces", "/admin?part=health", "/settings", "/help",
    ];

    private static readonly string[] _ofOperation = ["", "/board", "/plan", "/map", "/wall"];

    /// <summary>All of them, those of single records too, found by following the lists.</summary>
    public static async Task<IReadOnlyList<string>> For(Person person)
    {
        await person.Page.GotoAsync("/exhibits");
        var exhibit = await person.FirstLink("/exhibits/");
        await person.Page.GotoAsync("/operations");
        var operation = string.Join('/', (await person.FirstLink("/operations/")).Split('/').Take(3));
        return [.. All, exhibit, .. _ofOperation.Select(part => operation + part)];
    }
}
