using System.Reflection;

namespace CaseManager.Repo.Tests.Support;

/// <summary>Compiles files as if they lay in the tree, with the build's compiler, analyzer, lists and settings.</summary>
internal static class Sample
{
    private static readonly string[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("CaseManager.", StringComparison.Ordinal)),
    ];

    /// <summary>For each piece of code, in a file of its own, what the compiler complains of; nothing when it is content.</summary>
    public static IReadOnlyList<string> Compile(string project, string folder, params IReadOnlyList<string> pieces)
    {
        var root = Directory.CreateTempSubdirectory("sample-");
        try
        {
            var home = Directory.CreateDirectory(Path.Combine(root.FullName, project, folder)).FullName;
            var files = pieces.Select((code, i) => Written(Path.Combine(home, $"Sample{i}.cs"), $"namespace Sample{i} {{ {code} }}")).ToArray();
            File.Copy(Path.Combine(Tree.Root, ".editorconfig"), Path.Combine(root.FullName, ".editorconfig"));
            var answers = Path.Combine(root.FullName, "sample.rsp");
            File.WriteAllLines(answers, Arguments(root.FullName, project, files));
            var (_, text) = Tree.Run("dotnet", "exec", Told("Compiler"), "/noconfig", $"@{answers}");
            var lines = text.Split('\n');
            return [.. files.Select(file => string.Join('\n', lines.Where(line => line.Contains(Path.GetFileName(file) + "(", StringComparison.Ordinal))))];
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Arguments(string root, string project, string[] files) =>
    [
        "/nologo", "/target:library", "/nullable:enable", "/warnaserror", "/nowarn:CS1998,CS4014,CS8019", $"/out:\"{Path.Combine(root, "sample.dll")}\"",
        $"/analyzerconfig:\"{Path.Combine(root, ".editorconfig")}\"",
        $"/additionalfile:\"{Path.Combine(Tree.Root, project, "BannedSymbols.txt")}\"",
        .. Directory.GetFiles(Told("Analyzers"), "*.dll").Select(path => $"/analyzer:\"{path}\""),
        .. _references.Select(path => $"/reference:\"{path}\""),
        .. files.Select(file => $"\"{file}\""),
    ];

    private static string Written(string file, string text)
    {
        File.WriteAllText(file, text);
        return file;
    }

    private static string Told(string key) =>
        typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == key).Value!;
}
