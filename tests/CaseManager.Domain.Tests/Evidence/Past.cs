using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Evidence;

/// <summary>What has happened to the exhibit that the stories begin with: Maya took it, Theo and Jules may get it.</summary>
internal static class Past
{
    public const string SealNumber = "CFP-77120";

    public static readonly DateTimeOffset Taken = Noon.AddDays(-2);

    public static readonly Label OnCase = new(Cfp, Tlp.Amber, Halden, NorthgateForce, []);

    public static readonly CaseBrief Open = new(Halden, "NG-2026-014", OnCase, null);

    public static readonly CaseBrief Red = Open with { Label = OnCase with { Tlp = Tlp.Red, Readers = [Maya, Jules] } };

    public static readonly ExhibitSeized Seized = new(
        new ExhibitId(Id(0x200)), Halden, new ExhibitNumber("NG-2026-014/E-1"), ExhibitKind.DigitalDevice, "A black phone", Theo, Maya, Cfp,
        new SeizurePlace("Unit 6, office", null), new Occurrence(Precision.Instant, "America/Toronto", Taken, Taken, null, null),
        new Authority(AuthorityKind.SearchWarrant, "W1"), new Seal(SealNumber), Cfp, Tlp.Amber, NorthgateForce, []);

    public static readonly CustodyTransferOffered Offered =
        new(1, Maya, Theo, new Seal(SealNumber), "To store A", Noon + CustodyTransfer.Period);

    public static readonly CustodyTransferFellOverdue Overdue = new(1);

    public static readonly CustodyTransferAccepted Accepted = new(1, Theo, new Seal(SealNumber), Noon, null);

    public static readonly CustodyTransferRefused Refused = new(1, Theo, "Torn bag", null);

    public static readonly CustodyTransferWithdrawn Withdrawn = new(1, Maya, "No van");

    public static Exhibit Of(params IExhibitFact[] facts) => Fold.Of<Exhibit, IExhibitFact>(facts)!;
}
