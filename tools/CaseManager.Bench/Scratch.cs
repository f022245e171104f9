namespace CaseManager.Bench;

/// <summary>Folders of one run, gone with it.</summary>
internal static class Scratch
{
    // Not made by CreateTempSubdirectory: the database's ordinary user must be able to enter it.
    private static readonly string _root = Path.Combine(Path.GetTempPath(), $"casemanager-bench-{Guid.NewGuid():n}");

    public static string Keys => Folder("keys");

    public static string Folder(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    public static void Remove() => Directory.Delete(_root, recursive: true);
}
