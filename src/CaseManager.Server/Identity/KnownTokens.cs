using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace CaseManager.Server.Identity;

/// <summary>
/// Tokens that passed every check a moment ago, by digest and scheme: the same bytes need not be verified with each request.
/// Nothing is kept past its own end, nor long enough to outlive a withdrawn key by much. Rights are not kept here: they are judged anew each time.
/// </summary>
internal sealed class KnownTokens(TimeProvider clock)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Scheme, string Digest), (ClaimsPrincipal Principal, DateTimeOffset Until)> _kept = new();

    public ClaimsPrincipal? Find(string scheme, string token)
    {
        if (!_kept.TryGetValue(Key(scheme, token), out var known))
            return null;
        if (clock.GetUtcNow() < known.Until)
            return known.Principal;
        _kept.TryRemove(Key(scheme, token), out _);
        return null;
    }

    /// <param name="ends">The token's <c>exp</c>.</param>
    public void Keep(string scheme, string token, ClaimsPrincipal principal, DateTimeOffset ends)
    {
        if (_kept.Count >= Most)
            _kept.Clear();
        var soon = clock.GetUtcNow() + Longest;
        _kept[Key(scheme, token)] = (principal, ends < soon ? ends : soon);
    }

    private static (string, string) Key(string scheme, string token) => (scheme, Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token))));
}
