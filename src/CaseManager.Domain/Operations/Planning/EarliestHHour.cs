namespace CaseManager.Domain.Operations;

/// <summary>A site as far as it says when H-hour may be.</summary>
/// <param name="Shift">Minutes by which its entry differs from H-hour.</param>
public sealed record Timed(Authority? Authority, string Zone, int Shift);

/// <summary>The first H-hour at which every site is entered under an authority that holds from its entry for some minutes.</summary>
public static class EarliestHHour
{
    /// <summary>Farthest that is looked ahead.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(92);

    /// <summary>Null when there is none within <see cref="Ahead"/>, or no site.</summary>
    /// <param name="minutes">How long after its entry a site's authority must hold.</param>
    public static DateTimeOffset? Of(IReadOnlyCollection<Timed> sites, DateTimeOffset from, int minutes)
    {
        if (sites.Count == 0)
            return null;
        var until = from + Ahead;
        List<Stretch> open = [new Stretch(from, until)];
        foreach (var site in sites)
            open = Both(open, Starts(site, from, until, minutes));
        return open.Count > 0 ? open[0].From : null;
    }

    /// <summary>The stretches within which H may lie for the site.</summary>
    private static List<Stretch> Starts(Timed site, DateTimeOffset from, DateTimeOffset until, int minutes)
    {
        if (site.Authority is not { } authority)
            return [];
        var hours = AuthorityHours.Of(authority, site.Zone, from.AddMinutes(site.Shift), until.AddMinutes(site.Shift + minutes));
        // The end of an authority is the first moment it no longer holds; without minutes to stay, entry is before it.
        return
        [
            .. hours.Select(h => new Stretch(h.From.AddMinutes(-site.Shift), h.Until.AddMinutes(-site.Shift - minutes).AddMicroseconds(minutes > 0 ? 1 : 0)))
                .Where(s => s.From < s.Until),
        ];
    }

    private static List<Stretch> Both(List<Stretch> these, List<Stretch> those)
    {
        var both = new List<Stretch>();
        foreach (var one in these)
        {
            foreach (var other in those)
            {
                var (from, until) = (one.From > other.From ? one.From : other.From, one.Until < other.Until ? one.Until : other.Until);
                if (from < until)
                    both.Add(new Stretch(from, until));
            }
        }
        return both;
    }
}
