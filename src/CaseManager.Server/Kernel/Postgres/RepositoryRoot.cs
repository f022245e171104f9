namespace CaseManager.Server.Kernel.Postgres;

/// <summary>The folder that holds <c>CaseManager.sln</c>.</summary>
public static class RepositoryRoot
{
    /// <summary>Looks upwards from the current folder, then from the program's own; null outside a repository.</summary>
    public static string? Find() =>
        Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory);

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CaseManager.sln")))
                return folder.FullName;
        return null;
    }
}
