namespace CaseManager.Web.Tests;

/// <summary>Every page there is, as somebody who may see much opens it.</summary>
internal static class Pages
{
    /// <summary>Addresses that need no record's id.</summary>
    public static readonly string[] All =
    [
        "/", "/cases", "/cases/NG-2026-014", "/cases/NG-2026-014/timeline", "/operations",
        "/search?q=exhibit", "/supervision", "/supervision/cases?by=STAGE&key=INVESTIGATION", "/supervision/exhibits?by=STATUS&key=HELD",
        "/supervision/tasks?by=STATUS&key=OPEN", "/supervision/operations", "/admin", "/admin?part=agencies", "/admin?part=taskForces", "/admin?part=health",
        "/settings", "/help",
    ];

    /// <summary>All of them, those of single records too, found by following the lists.</summary>
    public static async Task<IReadOnlyList<string>> For(Person person)
    {
        var pages = All.ToList();
        await person.Page.GotoAsync("/operations");
        pages.Add(await person.FirstLink("/operations/"));
        return pages;
    }
}
