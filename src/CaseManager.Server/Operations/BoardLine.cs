using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;

namespace CaseManager.Server.Operations;

/// <summary>One site on the board. What only its own agency and the planners know is absent for others.</summary>
/// <param name="Site">The site in full, where the caller may see it.</param>
/// <param name="Entry">When it enters; <paramref name="LocalEntry"/> as the clock there shows it, with its offset.</param>
/// <param name="AcknowledgedAt">When the last order was acknowledged.</param>
/// <param name="Rules">How each rule of readiness stands there.</param>
/// <param name="UnconfirmedSince">Since when the last order has gone without acknowledgement.</param>
public sealed record BoardLine(
    string Number, Readiness Readiness, DateTimeOffset ReadinessSince, SiteRow? Site, DateTimeOffset? Entry, string? LocalEntry, Items<BoardPhase> Phases,
    DateTimeOffset? AcknowledgedAt, DateTimeOffset? UnconfirmedSince, Items<RuleLine> Rules)
{
    internal static BoardLine Of(OperationRow operation, PartnerSiteRow seen, SiteRow? site, OperationDecision? order, DateTimeOffset? acknowledged, DateTimeOffset at)
    {
        var entry = site is null ? (DateTimeOffset?)null : operation.HHour.AddMinutes(site.Shift);
        Items<BoardPhase> phases = [.. operation.Phases.Select(p => BoardPhase.Of(p, entry ?? operation.HHour, site?.Zone))];
        var waits = order is not null && acknowledged is null && seen.Readiness != Readiness.Withdrawn;
        return new BoardLine(
            seen.Number, seen.Readiness, seen.ReadinessSince, site, entry, Shown(entry, site?.Zone), phases, acknowledged, waits ? order!.At : null,
            site is null || seen.Readiness == Readiness.Withdrawn ? [] : RuleLine.Of(operation, site, at));
    }

    internal static string? Shown(DateTimeOffset? at, string? zone) => at is { } instant && zone is not null ? LocalTime.Show(instant, zone) : null;
}

/// <summary>A phase at one site.</summary>
/// <param name="Local">As the clock at the site shows it, with its offset.</param>
public sealed record BoardPhase(string Name, int Minutes, DateTimeOffset At, string? Local)
{
    internal static BoardPhase Of(Phase phase, DateTimeOffset hHour, string? zone) =>
        new(phase.Name, phase.Minutes, phase.At(hHour), BoardLine.Shown(phase.At(hHour), zone));
}
