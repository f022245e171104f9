namespace CaseManager.Web.Tests;

/// <summary>Where pictures of the pages are put, for people to look at.</summary>
internal static class Shots
{
    public static string Folder { get; } = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "shots")).FullName;

    /// <summary>A picture's file: how it was looked at, and the page's address with ids left out.</summary>
    public static string Name(string how, string path) => Path.Combine(
        Folder, $"{how}{string.Concat(path.Split('/').Where(part => part.Length is > 0 and < 30).Select(part => "-" + new string([.. part.Where(c => char.IsLetterOrDigit(c) || c == '-')])))}.png");
}
