using System.Globalization;

namespace CaseManager.Server.GraphQl.Http;

/// <summary>Forms an answer can take on HTTP.</summary>
internal enum Media
{
    /// <summary>None that was asked for is known.</summary>
    None,

    /// <summary><c>application/json</c>: a request that was understood is answered with 200, whatever came of it.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status tells whether it was executed.</summary>
    Response,

    /// <summary><c>text/event-stream</c>.</summary>
    Stream,
}

internal static class MediaNames
{
    public const string Json = "application/json; charset=utf-8";
    public const string Response = "application/graphql-response+json; charset=utf-8";

    /// <summary>What the header prefers for a single answer, and whether it also takes a stream.</summary>
    public static (Media Single, bool Stream) Accepted(string? accept)
    {
        if (string.IsNullOrWhiteSpace(accept))
            return (Media.Json, false);
        var (best, weight, stream) = (Media.None, 0.0, false);
        foreach (var part in accept.Split(','))
        {
            var (media, q) = Part(part);
            stream |= media == Media.Stream && q > 0;
            if (media is Media.Json or Media.Response && q > weight)
                (best, weight) = (media, q);
        }
        return (best, stream);
    }

    private static (Media Media, double Weight) Part(string part)
    {
        var pieces = part.Split(';', StringSplitOptions.TrimEntries);
        var media = pieces[0].ToLowerInvariant() switch
        {
            "application/json" or "*/*" or "application/*" => Media.Json,
            "application/graphql-response+json" => Media.Response,
            "text/event-stream" => Media.Stream,
            _ => Media.None,
        };
        var weight = Array.Find(pieces, p => p.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
        return (media, weight is not null && double.TryParse(weight.AsSpan(2), NumberStyles.Float, CultureInfo.InvariantCulture, out var q) ? q : 1);
    }
}
