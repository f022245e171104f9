using CaseManager.Domain.Access;
using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Access;
using CaseManager.Server.Cases;
using CaseManager.Server.Evidence;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Links;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>The acts these tests are made of, at the same methods that the wire calls.</summary>
internal static class Acts
{
    public static Task<Acted> Open(this Node node, Caller by, string? number = null, string? key = null) =>
        OpenCaseMutation.OpenCase(
            new OpenCaseInput(number, "A shipment", "Forty cartons", null, null, null, null, null, null, null, null),
            Node.Means(by, key, $"open {number}"), node.Ledger, TimeProvider.System, CancellationToken.None);

    public static async Task<Guid> OpenedCase(this Node node, Caller by, string? number = null) => Done(await node.Open(by, number));

    public static Task<Acted> Record(this Node node, Caller by, Guid onCase, string text, string? key = null) =>
        TimelineMutations.RecordTimelineEntry(
            new RecordTimelineEntryInput(new CaseId(onCase), text, new OccurredInput("America/Toronto", "2026-04-18T20:00", null, null, null, null, null),
                null, null, ["port"], null, null, null),
            Node.Means(by, key, "record " + text), node.Ledger, CancellationToken.None);

    public static Task<Acted> Correct(this Node node, Caller by, Guid entry, long version, string text, string? key = null) =>
        node.As(by, reader => TimelineMutations.CorrectTimelineEntry(
            new CorrectTimelineEntryInput(new EntryId(entry), version, text, null, null, null, "misheard"),
            Node.Means(by, key, "correct " + text), node.Ledger, reader, CancellationToken.None));

    public static Task<Acted> MarkCase(this Node node, Caller by, Guid onCase, Tlp tlp, params Caller[] readers) =>
        node.As(by, reader => MarkingMutations.ChangeCaseMarking(
            new ChangeCaseMarkingInput(new CaseId(onCase), long.MaxValue, tlp, [.. readers.Select(r => r.Officer)], null, "the source is at risk"),
            Node.Means(by), node.Ledger, reader, CancellationToken.None));

    public static Task<Acted> MarkEntry(this Node node, Caller by, Guid entry, Tlp tlp, params Caller[] readers) =>
        node.As(by, reader => MarkingMutations.ChangeTimelineEntryMarking(
            new ChangeTimelineEntryMarkingInput(new EntryId(entry), long.MaxValue, tlp, [.. readers.Select(r => r.Officer)], null, "the source is at risk"),
            Node.Means(by), node.Ledger, reader, CancellationToken.None));

    public static Task<Acted> MarkExhibit(this Node node, Caller by, Guid exhibit, Tlp tlp, params Caller[] readers) =>
        node.As(by, reader => ExhibitMarkingMutation.ChangeExhibitMarking(
            new ChangeExhibitMarkingInput(new ExhibitId(exhibit), long.MaxValue, tlp, [.. readers.Select(r => r.Officer)], null, "the source is at risk"),
            Node.Means(by), node.Ledger, reader, CancellationToken.None));

    public static Task<Acted> Reseal(this Node node, Caller by, Guid exhibit, string seal) =>
        ExhibitMutations.ResealExhibit(new ResealExhibitInput(new ExhibitId(exhibit), long.MaxValue, seal, "torn"), Node.Means(by), node.Ledger, CancellationToken.None);

    public static Task<Acted> Link(this Node node, Caller by, Guid entry, Guid exhibit) =>
        node.As(by, reader => LinkMutations.LinkRecords(
            new LinkRecordsInput(new AnyRecord(typeof(EntryId), entry), new AnyRecord(typeof(ExhibitId), exhibit), Domain.Links.LinkKind.Related, null),
            Node.Means(by), node.Ledger, reader, CancellationToken.None));

    /// <summary>Asks the acting officer's own help on the case.</summary>
    public static Task<Acted> Ask(this Node node, Caller by, Guid onCase, string title, DateTimeOffset due, bool mandatory = false) =>
        TaskMutations.CreateTask(
            new CreateTaskInput(new CaseId(onCase), title, null, by.Officer, DueOf(due), mandatory, null), Node.Means(by), node.Ledger, CancellationToken.None);

    public static Task<Acted> Complete(this Node node, Caller by, Guid task, long version) =>
        node.As(by, reader => TaskMutations.CompleteTask(
            new CompleteTaskInput(new TaskId(task), version, "done"), Node.Means(by), node.Ledger, reader, CancellationToken.None));

    public static Task<Acted> Reopen(this Node node, Caller by, Guid task, long version) =>
        node.As(by, reader => TaskMutations.ReopenTask(
            new ReopenTaskInput(new TaskId(task), version, "not done"), Node.Means(by), node.Ledger, reader, CancellationToken.None));

    public static Task<Acted> Redate(this Node node, Caller by, Guid task, long version, DateTimeOffset due) =>
        node.As(by, reader => TaskMutations.RedateTask(
            new RedateTaskInput(new TaskId(task), version, DueOf(due), "road closed"), Node.Means(by), node.Ledger, reader, CancellationToken.None));

    private static DueInput DueOf(DateTimeOffset at) => new("America/Toronto", at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", System.Globalization.CultureInfo.InvariantCulture));

    public static Task<Acted> Seize(this Node node, Caller by, Guid onCase, string? number = null) =>
        node.As(by, reader => SeizeExhibitMutation.SeizeExhibit(
            new SeizeExhibitInput(new CaseId(onCase), number, ExhibitKind.Document, "Papers", null, new SeizurePlaceInput("Quay", null, null),
                new OccurredInput("America/Toronto", "2026-04-18T20:00", null, null, null, null, null), new AuthorityInput(AuthorityKind.Consent, null), "S-1", null, null, null),
            Node.Means(by), node.Ledger, reader, CancellationToken.None));

    public static Task<Acted> Offer(this Node node, Caller by, Guid exhibit, long version, Caller to, DateTimeOffset? due = null) =>
        ExhibitMutations.OfferCustodyTransfer(new OfferCustodyTransferInput(new ExhibitId(exhibit), version, to.Officer, "S-1", "to the store", due),
            Node.Means(by), node.Ledger, CancellationToken.None);

    public static Task<Acted> Accept(this Node node, Caller by, Guid exhibit, long version) =>
        ExhibitMutations.AcceptCustodyTransfer(new AcceptCustodyTransferInput(new ExhibitId(exhibit), version, "S-1", null, null),
            Node.Means(by), node.Ledger, CancellationToken.None);

    /// <summary>Registers an officer who then can hold a case.</summary>
    public static async Task<Caller> Arrives(this Node node, Caller officer)
    {
        Done(await DirectoryMutations.RegisterOfficer(
            new RegisterOfficerInput(officer.Subject, officer.Subject, null), Node.Means(Node.Registrar("registrar", officer.Agency.Code)), node.Ledger, CancellationToken.None));
        return officer;
    }

    public static Task<Acted> Grant(this Node node, Caller by, Guid onCase, Caller to, DateTimeOffset? until = null) =>
        node.As(by, reader => GrantMutations.GrantCaseAccess(new GrantCaseAccessInput(new CaseId(onCase), to.Officer, Role.Investigator, null, until, "helps"),
            Node.Means(by), node.Ledger, reader, Releases.ReleaseRow.Stands, CancellationToken.None));

    public static Task<Acted> Withdraw(this Node node, Caller by, Guid onCase, Caller from) =>
        GrantMutations.WithdrawCaseAccess(new WithdrawCaseAccessInput(new CaseId(onCase), from.Officer, Role.Investigator, null, "done"),
            Node.Means(by), node.Ledger, CancellationToken.None);

    /// <summary>The stream acted on; a refusal fails the test with its code.</summary>
    public static Guid Done(Acted acted)
    {
        Assert.Null(acted.Refusal?.Code);
        return acted.Id!.Value;
    }
}
