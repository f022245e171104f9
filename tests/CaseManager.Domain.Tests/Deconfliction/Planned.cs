using CaseManager.Domain.Deconfliction;
using CaseManager.Domain.Kernel;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Deconfliction;

/// <summary>The entry at S1, and what the provincial desk has close by.</summary>
internal static class Planned
{
    public static readonly Coordinates Unit6 = new(43.589045m, -79.644119m);

    public static readonly DeconflictionEventId Ours = new(Id(0x80));
    public static readonly DeconflictionEventId Theirs = new(Id(0x81));
    public static readonly ConflictId OurSide = new(Id(0x82));
    public static readonly ConflictId TheirSide = new(Id(0x83));
    public static readonly ConflictPairId Pair = new(Id(0x84));

    public static readonly PairEvents Both = new(Ours, OurSide, Theirs, TheirSide);

    public static readonly DeconflictionEventRegistered Entry = new(
        Maya, Cfp, DeconflictionClass.EnforcementAction, DeconflictionUrgency.High, Extent(), "Desk CFP-2", "Warrant W1");

    public static readonly DeconflictionEventRegistered Source = new(
        Theo, Ops, DeconflictionClass.Undercover, DeconflictionUrgency.Immediate, Extent(north: 0.001m), "Desk OPS-7", null);

    /// <summary>From noon on for four hours.</summary>
    public static EventExtent Extent(decimal north = 0, decimal east = 0, int radius = 300, double hours = 0, params Target[] targets) => new(
        new EventArea(new Coordinates(Unit6.Latitude + north, Unit6.Longitude + east), radius),
        new EventWindow(Noon.AddHours(hours), Noon.AddHours(hours + 4), "America/Toronto"), [.. targets]);

    public static EventExtentGiven Given(decimal north = 0) => new(
        Unit6 with { Latitude = Unit6.Latitude + north }, 300, "America/Toronto", Moment.At(Noon), Moment.At(Noon.AddHours(4)), []);

    public static DeconflictionEvent Of(params IDeconflictionEventFact[] facts) => Fold.Of<DeconflictionEvent, IDeconflictionEventFact>(facts)!;

    public static ConflictPair Paired(params IConflictPairFact[] facts) => Fold.Of<ConflictPair, IConflictPairFact>(
        [new ConflictPaired(OurSide, Ours, 0, TheirSide, Theirs, 0, [ConflictOverlap.Place, ConflictOverlap.Time]), .. facts])!;
}
