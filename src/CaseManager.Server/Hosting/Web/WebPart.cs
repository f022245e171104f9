using System.Text.RegularExpressions;

namespace CaseManager.Server.Hosting.Web;

/// <summary>A built page and its files.</summary>
/// <param name="folder">Where it was built.</param>
/// <param name="assets">The address under which its files are handed out.</param>
public sealed class WebPart(string folder, string assets)
{
    public string Folder => folder;

    public string Page => Path.Combine(folder, "index.html");

    public DateTime BuiltAt => File.GetLastWriteTimeUtc(Page);

    /// <summary>The built file of that name; null when there is none.</summary>
    public string? Asset(string name)
    {
        if (name != Path.GetFileName(name)) return null;
        var path = Path.Combine(folder, "assets", name);
        return File.Exists(path) ? path : null;
    }

    /// <summary>All that the page names is there. A build that was broken off is not whole.</summary>
    public bool IsWhole() => File.Exists(Page)
        && Regex.Matches(File.ReadAllText(Page), $"\"{Regex.Escape(assets)}([A-Za-z0-9_.-]+)").All(match => Asset(match.Groups[1].Value) is not null);
}
