namespace CaseManager.Server.GraphQl.Live;

/// <summary>
/// A browser opens a WebSocket from any page and sends no preflight; the <c>Origin</c> header is all that tells our page from another.
/// </summary>
internal static class Origins
{
    /// <summary>Programs send no origin and may; a browser's page must be ours or listed.</summary>
    public static bool May(HttpRequest request, LiveLimits limits)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return true;
        if (limits.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase)) return true;
        // The scheme is not compared: behind a proxy that ends TLS it differs, while host and port do not.
        return Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && string.Equals(page.Authority, WithoutDefaultPort(request.Host, page), StringComparison.OrdinalIgnoreCase);
    }

    private static string WithoutDefaultPort(HostString host, Uri page) =>
        host.Port is { } port && page.IsDefaultPort && port == page.Port ? host.Host : host.Value ?? "";
}
