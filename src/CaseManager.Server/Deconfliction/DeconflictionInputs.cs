using CaseManager.Domain.Deconfliction;
using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Deconfliction;

/// <summary>A circle on the ground, WGS 84.</summary>
/// <param name="RadiusMetres">1 to 5000.</param>
public sealed record EventPlaceInput(decimal Latitude, decimal Longitude, int RadiusMetres);

/// <summary>From when up to when, for seven days at most.</summary>
/// <param name="Zone">IANA name of the zone it is said in.</param>
/// <param name="From">A time such as <c>2026-05-13T05:30</c>, or with an offset or <c>Z</c>; so is <paramref name="Until"/>.</param>
public sealed record EventWindowInput(string Zone, string From, string Until);

/// <summary>Whom or what it is directed at. Only targets of one kind are compared with each other.</summary>
/// <param name="Value">However it is written: spaces, case and, in names, accents and the order of words do not count.</param>
/// <param name="Country">Of a vehicle's plate, such as <c>CA</c> or <c>CA-ON</c>.</param>
public sealed record TargetInput(TargetKind Kind, string Value, string? Country);

/// <param name="Place">Where; without it only targets are compared.</param>
/// <param name="Contact">What the other side of a conflict is told: whom to call.</param>
/// <param name="Note">For the event's own readers alone.</param>
/// <param name="Colleagues">Officers of the caller's agency who read it as well and act for it, such as those at its desk; 20 at most.</param>
public sealed record RegisterDeconflictionEventInput(
    DeconflictionClass Class, DeconflictionUrgency Urgency, EventPlaceInput? Place, EventWindowInput Window, IReadOnlyList<TargetInput>? Targets, string Contact,
    string? Note, IReadOnlyList<OfficerId>? Colleagues);

/// <param name="Version">The version the person saw.</param>
/// <param name="Place">All of it as it is to be from now on; so are <paramref name="Window"/> and <paramref name="Targets"/>.</param>
public sealed record MoveDeconflictionEventInput(
    DeconflictionEventId Event, long Version, EventPlaceInput? Place, EventWindowInput Window, IReadOnlyList<TargetInput>? Targets, string Reason);

public sealed record CloseDeconflictionEventInput(DeconflictionEventId Event, DeconflictionEnd End, string Reason);

/// <param name="Text">What the other side is told once both have agreed, beside the caller's name and agency.</param>
/// <param name="Officers">Who of the caller's agency reads what the other side tells, and whom it may turn to.</param>
public sealed record ConsentToRevealInput(ConflictId Conflict, string Text, IReadOnlyList<OfficerId> Officers);

public sealed record WithdrawConsentInput(ConflictId Conflict);

public sealed record ProposeResolutionInput(ConflictId Conflict, ConflictResolution Resolution);

/// <param name="Resolution">What the other side proposed when the caller looked.</param>
public sealed record SignResolutionInput(ConflictId Conflict, ConflictResolution Resolution);

internal static class ExtentInput
{
    public static Refusal? Read(EventPlaceInput? place, EventWindowInput window, IReadOnlyList<TargetInput>? targets, out EventExtentGiven extent)
    {
        _ = Moment.TryParse(window.From, "window.from", out var from, out var badStart);
        _ = Moment.TryParse(window.Until, "window.until", out var until, out var badEnd);
        extent = new EventExtentGiven(
            place is null ? null : new Coordinates(place.Latitude, place.Longitude), place?.RadiusMetres, window.Zone, from, until,
            [.. (targets ?? []).Select(t => new TargetGiven(t.Kind, t.Value, t.Country))]);
        return badStart ?? badEnd;
    }
}
