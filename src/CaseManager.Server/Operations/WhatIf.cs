using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Operations;

/// <summary>What another H-hour would mean, for the sites that take part and the caller may see in full.</summary>
/// <param name="Complete">Whether these are all.</param>
internal sealed record WhatIf(IReadOnlyList<SiteRow> Sites, bool Complete)
{
    public static async Task<WhatIf> Of(OperationRow operation, IReader reader, CancellationToken cancel)
    {
        var all = new PageArgs(OperationLimits.Sites, null, null, null);
        var partners = reader.PageOf<PartnerSiteRow>("operation", operation.Key, null, null, null, all);
        var sites = reader.PageOf<SiteRow>("operation", operation.Key, null, null, null, all);
        var known = (await sites.Get(cancel)).Rows.Where(s => s.Readiness != Readiness.Withdrawn).ToList();
        return new WhatIf(known, known.Count == (await partners.Get(cancel)).Rows.Count(s => s.Readiness != Readiness.Withdrawn));
    }

    public EarliestH Earliest(OperationRow operation, DateTimeOffset from) =>
        new(Domain.Operations.EarliestHHour.Of([.. Sites.Select(s => new Timed(s.Authority, s.Zone, s.Shift))], from.ToUniversalTime(), operation.AuthorityMinutes), Complete);
}

/// <summary>The first H-hour that all sites allow.</summary>
/// <param name="At">Absent: there is none in the next three months.</param>
/// <param name="Complete">Whether every site was looked at: the caller sees all of them in full.</param>
public sealed record EarliestH(DateTimeOffset? At, bool Complete);

/// <summary>A site as it would be entered.</summary>
/// <param name="LocalEntry">As the clock there would show it, with its offset.</param>
/// <param name="Authority">Whether its authority would hold from the entry for as long as the rules ask.</param>
/// <param name="Why">Why not.</param>
public sealed record IfMoved(SiteRow Site, DateTimeOffset Entry, string LocalEntry, Standing Authority, Shortfall? Why)
{
    internal static IfMoved Of(OperationRow operation, SiteRow site, DateTimeOffset hHour)
    {
        var entry = hHour.ToUniversalTime().AddMinutes(site.Shift);
        var why = Readying.ShortfallOf(site.Authority, entry, operation.AuthorityMinutes, site.Zone);
        return new IfMoved(site, entry, LocalTime.Show(entry, site.Zone), why is null ? Standing.Met : Standing.Failed, why);
    }
}
