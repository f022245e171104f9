using System.Text.RegularExpressions;

namespace CaseManager.Server.GraphQl.Ide;

/// <summary>Where the page's sources and its built files lie.</summary>
internal sealed partial class IdeFiles
{
    private const string Project = "CaseManager.Web";

    public IdeFiles(IHostEnvironment environment)
    {
        Source = Above(environment.ContentRootPath) ?? Above(AppContext.BaseDirectory);
        // Published beside the program, or built among the sources.
        var published = Path.Combine(AppContext.BaseDirectory, "web", "ide");
        Built = Directory.Exists(published) || Source is null ? published : Path.Combine(Source, "dist", "ide");
    }

    /// <summary>The npm project; null where only the published program is.</summary>
    public string? Source { get; }

    public string Built { get; }

    public string Page => Path.Combine(Built, "index.html");

    /// <summary>The built file of that name; null when there is none.</summary>
    public string? Asset(string name)
    {
        if (name != Path.GetFileName(name)) return null;
        var path = Path.Combine(Built, "assets", name);
        return File.Exists(path) ? path : null;
    }

    /// <summary>Whole, and no source was changed after it was built. A build that was broken off is not whole.</summary>
    public bool IsReady()
    {
        if (!File.Exists(Page)) return false;
        if (AssetNames().Matches(File.ReadAllText(Page)).Any(match => Asset(match.Groups[1].Value) is null)) return false;
        return Source is null || Newest(Source) <= File.GetLastWriteTimeUtc(Page);
    }

    /// <summary>The packages of the lock file are there. npm writes its note last, so a broken installation has none.</summary>
    public bool IsInstalled()
    {
        var note = Path.Combine(Source!, "node_modules", ".package-lock.json");
        return File.Exists(note) && File.GetLastWriteTimeUtc(note) >= File.GetLastWriteTimeUtc(Path.Combine(Source!, "package-lock.json"));
    }

    private static DateTime Newest(string source) =>
        Directory.EnumerateFiles(Path.Combine(source, "ide"), "*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(source, "*.json"))
            .Concat(Directory.EnumerateFiles(source, "*.ts"))
            .Max(File.GetLastWriteTimeUtc);

    private static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var source = Path.Combine(at.FullName, "src", Project);
            if (File.Exists(Path.Combine(source, "package-lock.json"))) return source;
        }
        return null;
    }

    [GeneratedRegex("/graphql/ide/assets/([A-Za-z0-9_.-]+)")]
    private static partial Regex AssetNames();
}
