using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CaseManager.Web.Tests;

/// <summary>Where pictures of the pages are put, for people to look at.</summary>
internal static partial class Shots
{
    private const int Long = 40;

    public static string Folder { get; } = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "shots")).FullName;

    /// <summary>A picture's file: how it was looked at, and the page's address; <c>one</c> stands for a record's id.</summary>
    public static string Name(string how, string path)
    {
        var address = path.Split('?', 2);
        var parts = address[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => IsId(part) ? "one" : Short(part));
        var asked = address.Length > 1 ? "--" + Short(address[1]) : "";
        return Path.Combine(Folder, $"{string.Join('-', [how, .. parts])}{asked}.png");
    }

    private static bool IsId(string part) => part.Length >= 24;

    // What is cut off, or cannot be in a file's name, stays told apart by a few digits.
    private static string Short(string said)
    {
        var plain = Uri.UnescapeDataString(said);
        var name = Other().Replace(plain.Replace('=', '_').Replace('&', '+').Replace(':', '.'), "-");
        return name.Length <= Long && Plain().IsMatch(plain) ? name : $"{name[..Math.Min(Long, name.Length)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)))[..4]}";
    }

    [GeneratedRegex("[^A-Za-z0-9_+.-]+")]
    private static partial Regex Other();

    [GeneratedRegex("^[A-Za-z0-9=&:-]*$")]
    private static partial Regex Plain();
}
