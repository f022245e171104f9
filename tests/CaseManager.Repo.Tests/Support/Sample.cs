using System.Reflection;

namespace CaseManager.Repo.Tests.Support;

/// <summary>Compiles one file as if it lay in the tree, with the build's compiler, analyzer, lists and settings.</summary>
internal static class Sample
{
    private static readonly string[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("CaseManager.", StringComparison.Ordinal)),
    ];

    /// <summary>What the compiler complains of; nothing when it is content.</summary>
    public static string Compile(string project, string folder, string code)
    {
        var root = Directory.CreateTempSubdirectory("sample-");
        try
        {
            var file = Path.Combine(root.FullName, project, folder, "Sample.cs");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, code);
            File.Copy(Path.Combine(Tree.Root, ".editorconfig"), Path.Combine(root.FullName, ".editorconfig"));
            var answers = Path.Combine(root.FullName, "sample.rsp");
            File.WriteAllLines(answers, Arguments(root.FullName, project, file));
            var (_, text) = Tree.Run("dotnet", "exec", Told("Compiler"), "/noconfig", $"@{answers}");
            return text.Trim();
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Arguments(string root, string project, string file) =>
    [
        "/nologo", "/target:library", "/nullable:enable", "/warnaserror", "/nowarn:CS1998,CS4014,CS8019", $"/out:\"{Path.Combine(root, "sample.dll")}\"",
        $"/analyzerconfig:\"{Path.Combine(root, ".editorconfig")}\"",
        $"/additionalfile:\"{Path.Combine(Tree.Root, project, "BannedSymbols.txt")}\"",
        .. Directory.GetFiles(Told("Analyzers"), "*.dll").Select(path => $"/analyzer:\"{path}\""),
        .. _references.Select(path => $"/reference:\"{path}\""),
        $"\"{file}\"",
    ];

    private static string Told(string key) =>
        typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == key).Value!;
}
