using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

/// <summary>What has happened to the case and the entry that the stories begin with.</summary>
internal static class Past
{
    public static readonly CaseOpened Opened = new(
        Halden, new CaseNumber("NG-2026-014"), "Halden", "Drums marked resin hardener", Priority.High, Cfp, Maya,
        NorthgateForce, Audience.TaskForce, Tlp.Amber, []);

    public static readonly CaseOpened OpenedRed = Opened with { Tlp = Tlp.Red, Readers = [Maya, Jules] };

    public static readonly ClosureProposed Proposed = new(Maya, ClosureOutcome.NoFurtherAction, "Nothing found", Noon);

    public static readonly ClosureApproved Approved = new(Jules, null);

    public static readonly ICaseFact[] Closed = [Opened, Proposed, Approved];

    public static readonly EntryRecorded Recorded = new(
        Entry(1), Halden, "Smell is wrong, says the driver",
        new Occurrence(Precision.Instant, "America/Toronto", Noon.AddDays(-2), Noon.AddDays(-2), null, null),
        null, null, ["tip"], Cfp, Tlp.Amber, NorthgateForce, []);

    public static readonly CaseFile OpenFile = Fold.Of<CaseFile, ICaseFact>([Opened])!;
    public static readonly CaseFile RedFile = Fold.Of<CaseFile, ICaseFact>([OpenedRed])!;
    public static readonly CaseFile ClosedFile = Fold.Of<CaseFile, ICaseFact>(Closed)!;

    public static EntryId Entry(int number) => new(Id(0x100 + number));

    public static TimelineEntry EntryOf(params IEntryFact[] facts) => Fold.Of<TimelineEntry, IEntryFact>(facts)!;
}
