namespace CaseManager.Web.Tests;

/// <summary>Every page there is, as somebody who may see much opens it.</summary>
internal static class Pages
{
    /// <summary>Addresses that need no record's id.</summary>
    public static readonly string[] All =
    [
        "/", "/cases", "/cases/NG-2026-014", "/cases/NG-2026-014/timeline", "/operations",
    ];

    /// <summary>All of them, those of single records too, found by following the lists.</summary>
    public static async Task<IReadOnlyList<string>> For(Person person)
    {
        var pages = All.ToList();
        await person.Page.GotoAsync("/operations");
        var operation = (await person.FirstLink("/operations/")).Replace("/board", "", StringComparison.Ordinal);
        pages.AddRange(["/operations?view=calendar", "/operations?view=agenda&month=2026-05", .. new[] { "board", "plan", "map", "history", "wall" }.Select(part => $"{operation}/{part}")]);
        await person.Page.GotoAsync($"{operation}/board");
        await person.Page.Locator("[data-open]").First.ClickAsync();
        pages.Add(await person.FirstLink($"{operation}/site/"));
        return pages;
    }
}
