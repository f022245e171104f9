namespace CaseManager.Server.GraphQl.Live;

internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>The token of <c>Bearer …</c>, or the text itself where somebody gave the bare token; null when nothing is left.</summary>
    public static string? In(string? text)
    {
        var token = text?.Trim() ?? "";
        if (token.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) token = token[Scheme.Length..].Trim();
        return token.Length == 0 ? null : token;
    }
}
