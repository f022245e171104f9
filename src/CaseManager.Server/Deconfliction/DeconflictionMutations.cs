using CaseManager.Domain.Deconfliction;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Deconfliction;

/// <summary>Saying where and when one acts, so that who acts there as well is told.</summary>
public static class DeconflictionMutations
{
    private const int MostColleagues = 20;

    private static readonly Refusal TooManyColleagues = new("deconfliction-event.too-many-colleagues", "An event has at most twenty colleagues.");

    /// <summary>
    /// Registers something planned. It is compared with all that anybody registered; both sides of a conflict are told class, overlap, urgency and
    /// contact of the other, and nothing else. Read by the caller and the colleagues named, and by nobody else.
    /// </summary>
    [Returns<DeconflictionEventRow>("deconflictionEvent")]
    public static async Task<Acted> RegisterDeconflictionEvent(RegisterDeconflictionEventInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        if (ExtentInput.Read(input.Place, input.Window, input.Targets, out var extent) is { } malformed)
            return malformed;
        if (input.Colleagues?.Count > MostColleagues)
            return TooManyColleagues.At("colleagues");
        var id = Guid.NewGuid();
        Items<OfficerId> colleagues = [.. input.Colleagues ?? []];
        var command = new RegisterDeconflictionEvent(input.Class, input.Urgency, extent, input.Contact, input.Note);
        return await ledger.Act(intent, new Undertaking(id, null, [.. colleagues.Select(c => c.Value)], [], ground =>
        {
            if (ground.Rights is { Registered: false })
                return Grounds.NotPermitted;
            if (Colleagues.Unknown(ground, colleagues, "colleagues") is { } unknown)
                return unknown;
            return Deed.Of(id, Domain.Deconfliction.RegisterDeconflictionEvent.Decide(ground.By, command), DeconflictionEvent.LabelOf(ground.By, colleagues));
        }), cancel);
    }

    /// <summary>It is to be elsewhere, at another time, or directed at others. It is compared again, and what was settled holds no longer.</summary>
    [Returns<DeconflictionEventRow>("deconflictionEvent")]
    public static async Task<Acted> MoveDeconflictionEvent(MoveDeconflictionEventInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        if (ExtentInput.Read(input.Place, input.Window, input.Targets, out var extent) is { } malformed)
            return malformed;
        return await OnEvent(
            input.Event, input.Version, (by, state) => Domain.Deconfliction.MoveDeconflictionEvent.Decide(by, new MoveDeconflictionEvent(extent, input.Reason), state),
            input.Reason, intent, ledger, cancel);
    }

    /// <summary>It is over, or will not be: nobody is in conflict with it any more.</summary>
    [Returns<DeconflictionEventRow>("deconflictionEvent")]
    public static Task<Acted> CloseDeconflictionEvent(CloseDeconflictionEventInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        OnEvent(
            input.Event, null, (_, state) => Domain.Deconfliction.CloseDeconflictionEvent.Decide(new CloseDeconflictionEvent(input.End, input.Reason), state),
            input.Reason, intent, ledger, cancel);

    private static Task<Acted> OnEvent(
        DeconflictionEventId id, long? seen, Func<Acting, DeconflictionEvent, Decision<IDeconflictionEventFact>> decide, string reason, Intent intent, Ledger ledger,
        CancellationToken cancel) =>
        ledger.Act(intent, new Undertaking(id.Value, seen, [], [], ground =>
            ground.Unknown(id.Value) is { } unknown
                ? unknown
                : Deed.Of(id.Value, decide(ground.By, ground.State<DeconflictionEvent, IDeconflictionEventFact>(id.Value)!), ground.LabelOf(id.Value)!, reason)), cancel);
}
