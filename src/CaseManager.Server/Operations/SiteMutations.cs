using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Operations;

/// <summary>What an agency says of its own site. When a go stands on it, what takes readiness away from an essential site holds the operation.</summary>
public static class SiteMutations
{
    /// <summary>Reports that the site is ready for its entry.</summary>
    [Returns<SiteRow>("site")]
    public static Task<Acted> ReportSiteReady(ReportSiteReadyInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        AtSite(input.Site, input.Version, intent, ledger, reader, input.Remark,
            (site, operation, by) => ReportReady.Decide(by, new ReportReady(input.Remark), site, operation), cancel);

    /// <summary>Reports on one rule of readiness at a site of the caller's agency. What is found wanting takes readiness away.</summary>
    [Returns<SiteRow>("site")]
    public static Task<Acted> ReportSiteCheck(ReportSiteCheckInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        AtSite(input.Site, null, intent, ledger, reader, input.Detail,
            (site, operation, by) => ReportCheck.Decide(by, new ReportCheck(input.Rule, input.Passed, input.At?.ToUniversalTime(), input.Count, input.Detail), site, operation), cancel);

    /// <summary>Says what awaits who enters the site. A risk that was not known takes readiness away.</summary>
    [Returns<SiteRow>("site")]
    public static Task<Acted> SetSiteRisks(SetSiteRisksInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        AtSite(input.Site, input.Version, intent, ledger, reader, input.Reason,
            (site, operation, by) => Domain.Operations.SetSiteRisks.Decide(by, new SetSiteRisks([.. input.Risks], input.Reason), site, operation), cancel);

    [Returns<SiteRow>("site")]
    public static Task<Acted> ReportSiteNotReady(ReportSiteNotReadyInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        AtSite(input.Site, null, intent, ledger, reader, input.Reason,
            (site, operation, by) => ReportNotReady.Decide(by, new ReportNotReady(input.Reason), site, operation), cancel);

    /// <summary>Takes the site out for good.</summary>
    [Returns<SiteRow>("site")]
    public static Task<Acted> WithdrawSite(WithdrawSiteInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        AtSite(input.Site, null, intent, ledger, reader, input.Reason,
            (site, operation, by) => Domain.Operations.WithdrawSite.Decide(by, new WithdrawSite(input.Reason), site, operation), cancel);

    /// <summary>Records the authority to enter, or the one that takes its place: the site reports anew.</summary>
    [Returns<SiteRow>("site")]
    public static Task<Acted> RecordSiteAuthority(RecordSiteAuthorityInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        if (input.Authority.Read("authority", out var authority) is { } badTime)
            return Task.FromResult<Acted>(badTime);
        return AtSite(input.Site, input.Version, intent, ledger, reader, input.Reason,
            (site, operation, by) => RecordAuthority.Decide(by, new RecordAuthority(authority!, input.Reason), site, operation), cancel);
    }

    /// <summary>Notes that the authority was taken back.</summary>
    [Returns<SiteRow>("site")]
    public static Task<Acted> QuashSiteAuthority(QuashSiteAuthorityInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        AtSite(input.Site, null, intent, ledger, reader, input.Reason,
            (site, operation, by) => QuashAuthority.Decide(by, new QuashAuthority(input.Reason), site, operation), cancel);

    private static Task<Acted> AtSite(
        SiteId id, long? seen, Intent intent, Ledger ledger, IReader reader, string? reason,
        Func<Site, Operation, Acting, Decision<ISiteFact>> decide, CancellationToken cancel) =>
        OnOperation.ActAtSite(id, seen, Permission.ReportSite, intent, ledger, reader, reason, decide, cancel);
}

/// <param name="Version">The version of the site that the person saw: what it is ready for.</param>
public sealed record ReportSiteReadyInput(SiteId Site, long Version, string? Remark);

public sealed record ReportSiteNotReadyInput(SiteId Site, string Reason);

public sealed record WithdrawSiteInput(SiteId Site, string Reason);

/// <param name="Version">The version of the site that the person saw.</param>
public sealed record RecordSiteAuthorityInput(SiteId Site, long Version, SiteAuthorityInput Authority, string Reason);

public sealed record QuashSiteAuthorityInput(SiteId Site, string Reason);

/// <param name="Passed">Whether it was found in order.</param>
/// <param name="At">When it was looked at; now when absent.</param>
/// <param name="Count">Staff: how many there are.</param>
/// <param name="Detail">What was found; needed when something is wanting.</param>
public sealed record ReportSiteCheckInput(SiteId Site, ReadinessRule Rule, bool Passed, DateTimeOffset? At, int? Count, string? Detail);

/// <param name="Version">The version of the site that the person saw.</param>
public sealed record SetSiteRisksInput(SiteId Site, long Version, IReadOnlyList<RiskFlag> Risks, string Reason);
