using System.Text;

namespace CaseManager.Server.GraphQl.Nodes;

/// <summary>An id as clients see it: base64 of <c>Type:uuid</c>, opaque to them.</summary>
internal static class GlobalId
{
    private const int Longest = 128;

    public static string Write(string type, Guid key) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{type}:{key:D}"));

    /// <summary>False for anything this server would not have written.</summary>
    public static bool TryRead(string text, out string type, out Guid key)
    {
        type = "";
        key = default;
        Span<byte> bytes = stackalloc byte[Longest];
        if (text.Length > Longest || !Convert.TryFromBase64String(text, bytes, out var length))
            return false;
        var plain = Encoding.UTF8.GetString(bytes[..length]);
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !Guid.TryParseExact(plain.AsSpan(colon + 1), "D", out key))
            return false;
        type = plain[..colon];
        return true;
    }
}
