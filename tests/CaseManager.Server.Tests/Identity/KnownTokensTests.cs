using System.Security.Claims;
using CaseManager.Server.Identity;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CaseManager.Server.Tests.Identity;

public sealed class KnownTokensTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 4, 18, 8, 0, 0, TimeSpan.Zero));
    private readonly ClaimsPrincipal _officer = new();

    [Fact]
    public void A_token_that_passed_is_known_in_its_own_scheme_and_to_the_letter()
    {
        var known = new KnownTokens(_clock);

        known.Keep("CFP", "a.b.c", _officer, _clock.GetUtcNow().AddHours(1));

        Assert.Same(_officer, known.Find("CFP", "a.b.c"));
        Assert.Null(known.Find("OPS", "a.b.c"));
        Assert.Null(known.Find("CFP", "a.b.C"));
        Assert.Equal("CFP", known.SchemeOf("a.b.c"));
        Assert.Null(known.SchemeOf("a.b.C"));
    }

    [Fact]
    public void A_token_is_not_known_from_its_own_end_on()
    {
        var known = new KnownTokens(_clock);
        known.Keep("CFP", "a.b.c", _officer, _clock.GetUtcNow().AddSeconds(60));

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Same(_officer, known.Find("CFP", "a.b.c"));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(known.SchemeOf("a.b.c"));
        Assert.Null(known.Find("CFP", "a.b.c"));
    }

    [Fact]
    public void However_long_a_token_runs_it_is_verified_again_within_minutes()
    {
        var known = new KnownTokens(_clock);
        known.Keep("CFP", "a.b.c", _officer, _clock.GetUtcNow().AddHours(12));

        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Null(known.Find("CFP", "a.b.c"));
    }
}
