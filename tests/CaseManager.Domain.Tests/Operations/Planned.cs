using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Operations;

/// <summary>GRANITE as the stories find it: a warehouse of OPS, a suspected lab of CFP, an office of NLFI that is not essential.</summary>
internal static class Planned
{
    public const string Toronto = "America/Toronto";

    public static readonly DateTimeOffset HHour = new(2026, 5, 13, 10, 15, 0, TimeSpan.Zero);

    public static readonly Authority Warrant = new("W1", new(2026, 5, 10, 4, 0, 0, TimeSpan.Zero), new(2026, 5, 17, 4, 0, 0, TimeSpan.Zero), new(6, 0), new(21, 0));
    public static readonly Authority AnyHour = new("W2", new(2026, 5, 12, 4, 0, 0, TimeSpan.Zero), new(2026, 5, 15, 4, 0, 0, TimeSpan.Zero), null, null);

    public static readonly OperationPlanned Granite = new(
        Northgate.Granite, "GRANITE", "Five sites at one moment", NorthgateForce, Halden, Cfp, HHour,
        [new Phase("Staging", -60), new Phase("Entry", 0), new Phase("Search", 30)], 5);

    public static readonly SitePlanned Warehouse = Planning(1, "S1", Ops, Theo, Toronto, essential: true, Warrant);
    public static readonly SitePlanned Lab = Planning(2, "S2", Cfp, Maya, Toronto, essential: true, AnyHour);
    public static readonly SitePlanned Office = Planning(4, "S4", Nlfi, Sanne, "Europe/Amsterdam", essential: false, AnyHour);

    public static readonly IOperationFact[] Entered =
        [Granite, new OperationSiteAdded(SiteNo(1), "S1"), new OperationSiteAdded(SiteNo(2), "S2"), new OperationSiteAdded(SiteNo(4), "S4")];

    public static readonly Site[] Waiting = [SiteOf(Warehouse), SiteOf(Lab), SiteOf(Office)];

    public static readonly Site[] AllReady =
    [
        SiteOf(Warehouse, Ready(Theo)), SiteOf(Lab, Ready(Maya)), SiteOf(Office, Ready(Sanne)),
    ];

    public static readonly Pin Pin = OperationOf(Entered).PinWith(AllReady);

    public static readonly IOperationFact[] Voted = [.. Entered, GoOf(Maya, Cfp), GoOf(Theo, Ops), GoOf(Sanne, Nlfi)];

    public static readonly GoDecided Go = new(1, Jules, Pin, HHour,
        [new(SiteNo(1), "S1", Readiness.Ready, 2, 2), new(SiteNo(2), "S2", Readiness.Ready, 2, 2), new(SiteNo(4), "S4", Readiness.Ready, 2, 2)],
        [Cfp, Nlfi, Ops], null, Noon);

    public static readonly IOperationFact[] Gone = [.. Voted, Go];

    public static readonly OperationAborted Abort = new(1, Jules, "Called off", Noon);

    public static SiteId SiteNo(int number) => new(Id(0x400 + number));

    public static SiteReportedReady Ready(OfficerId by) => new(by, HHour, null);

    public static VoteCast GoOf(OfficerId by, AgencyId agency) => new(agency, by, VoteChoice.Go, Pin, null, Noon);

    public static Operation OperationOf(params IOperationFact[] facts) => Fold.Of<Operation, IOperationFact>(facts)!;

    public static Site SiteOf(params ISiteFact[] facts) => Fold.Of<Site, ISiteFact>(facts)!;

    public static Moment Exactly(DateTimeOffset at) => Moment.At(at);

    public static Moment Wall(string text)
    {
        Assert.True(Moment.TryParse(text, "at", out var moment, out _));
        return moment;
    }

    private static SitePlanned Planning(int number, string name, AgencyId agency, OfficerId commander, string zone, bool essential, Authority authority) =>
        new(SiteNo(number), Northgate.Granite, name, $"Place of {name}", null, agency, commander, zone, essential, authority);
}
