using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace CaseManager.Server.Identity;

/// <summary>
/// Tokens that passed every check of a scheme a moment ago, by digest: the same bytes need not be verified with each request.
/// Nothing is kept past its own end, nor long enough to outlive a withdrawn key by much. Rights are not kept here: they are judged anew each time.
/// </summary>
internal sealed class KnownTokens(TimeProvider clock)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (string Scheme, ClaimsPrincipal Principal, DateTimeOffset Until)> _kept = new();

    /// <summary>The scheme that the token passed; null when it is not known, or no longer.</summary>
    public string? SchemeOf(string token) => Known(token)?.Scheme;

    public ClaimsPrincipal? Find(string scheme, string token) => Known(token) is { } known && known.Scheme == scheme ? known.Principal : null;

    /// <param name="ends">The token's <c>exp</c>.</param>
    public void Keep(string scheme, string token, ClaimsPrincipal principal, DateTimeOffset ends)
    {
        if (_kept.Count >= Most)
            _kept.Clear();
        var soon = clock.GetUtcNow() + Longest;
        _kept[Digest(token)] = (scheme, principal, ends < soon ? ends : soon);
    }

    private (string Scheme, ClaimsPrincipal Principal)? Known(string token)
    {
        var digest = Digest(token);
        if (!_kept.TryGetValue(digest, out var known))
            return null;
        if (clock.GetUtcNow() < known.Until)
            return (known.Scheme, known.Principal);
        _kept.TryRemove(digest, out _);
        return null;
    }

    private static string Digest(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
