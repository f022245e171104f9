namespace CaseManager.Server.Hosting.Web;

/// <summary>Where the web project's sources and what is built of them lie: the app, and the query page.</summary>
public sealed class WebFiles
{
    private const string Project = "CaseManager.Web";
    private static readonly string[] Sources = ["app", "features", "records", "ui", "ide"];

    public WebFiles(IHostEnvironment environment)
    {
        Source = Above(environment.ContentRootPath) ?? Above(AppContext.BaseDirectory);
        // Published beside the program, or built among the sources.
        var published = Path.Combine(AppContext.BaseDirectory, "web");
        var built = Directory.Exists(published) || Source is null ? published : Path.Combine(Source, "dist");
        App = new WebPart(Path.Combine(built, "app"), "/assets/");
        Ide = new WebPart(Path.Combine(built, "ide"), "/graphql/ide/assets/");
    }

    /// <summary>The npm project; null where only the published program is.</summary>
    public string? Source { get; }

    public WebPart App { get; }

    public WebPart Ide { get; }

    /// <summary>Which documents the app's pages ask, by hash; its build leaves it there, and nobody is handed it.</summary>
    public string Documents => Path.Combine(App.Folder, "persisted-documents.json");

    /// <summary>Both whole, and no source was changed after they were built.</summary>
    public bool AreReady() => IsReady(App) && IsReady(Ide);

    public bool IsReady(WebPart part) => part.IsWhole() && (Source is null || Newest(Source) <= part.BuiltAt);

    /// <summary>The packages of the lock file are there. npm writes its note last, so a broken installation has none.</summary>
    public bool AreInstalled()
    {
        var note = Path.Combine(Source!, "node_modules", ".package-lock.json");
        return File.Exists(note) && File.GetLastWriteTimeUtc(note) >= File.GetLastWriteTimeUtc(Path.Combine(Source!, "package-lock.json"));
    }

    private static DateTime Newest(string source) => Sources.Select(folder => Path.Combine(source, folder)).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
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
}
