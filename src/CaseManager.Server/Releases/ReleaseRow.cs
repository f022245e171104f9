using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Releases;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Releases;

/// <summary>Whether one case may be passed on to one agency.</summary>
public readonly record struct ReleaseId(Guid Value) : IId<ReleaseId>
{
    public static ReleaseId Of(Guid value) => new(value);
}

/// <summary>Whether a case that carries H2 may be passed on to an agency: what its originator was asked last, and what it said.</summary>
/// <param name="Round">Counts the times it was asked, from 1.</param>
/// <param name="To">The agency that shall be let in; <paramref name="Originator"/> the one that decides.</param>
/// <param name="AskedFor">The agency of who asked.</param>
/// <param name="Due">Unanswered by then, it lapses.</param>
/// <param name="Answer">Conditions of an approval, or why it was refused or taken back.</param>
public sealed record ReleaseRow(
    ReleaseId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, CaseId Case, AgencyId To, AgencyId Originator, int Round,
    OfficerId AskedBy, AgencyId AskedFor, string Purpose, DateTimeOffset AskedAt, DateTimeOffset Due, ReleaseStatus Status,
    OfficerId? AnsweredBy, DateTimeOffset? AnsweredAt, string? Answer) : IRow
{
    // Long enough for whoever was away over a weekend and a holiday.
    private static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    public static View<ReleaseRow> View { get; } = new("release_request")
    {
        Indexes = ["index on (\"case\", \"to\")", "index on (asked_by)", "index on (originator) where status = 'Asked'"],
        Computed =
        [
            new Column("sharedWith", "(select c.task_force from rm.case_file c where c.id = t.\"case\" and c.superseded_at is null and c.audience = 'TaskForce')",
                ColumnKind.Uuid, typeof(TaskForceId), Nullable: true, Filterable: false, Sortable: false) { Computed = true },
        ],
        DefaultOrder = [("askedAt", true)],
    };

    public static Projected<IReleaseFact, ReleaseRow> Projection { get; } = new(View, Evolve);

    /// <summary>What one's agency is asked, for those who may answer.</summary>
    internal static readonly InboxSource ToDecide = new("release.to-decide", View, (rights, at) => new Condition.And(
    [
        new Condition.Test(View["status"], Operator.Eq, ReleaseStatus.Asked),
        new Condition.Test(View["originator"], Operator.Eq, rights.Agency.Code),
        Allowed.On(View["case"], View["sharedWith"], rights, Permission.LowerMarking, at),
    ]))
    {
        Case = View["case"], Since = View["askedAt"], Due = View["due"],
    };

    /// <summary>What became of what one has asked.</summary>
    internal static readonly InboxSource Answered = new("release.answered", View, (rights, at) => new Condition.And(
    [
        new Condition.Test(View["askedBy"], Operator.Eq, rights.Officer),
        new Condition.Test(View["answeredAt"], Operator.Gt, at - Waits),
    ]))
    {
        Case = View["case"], Since = View["answeredAt"],
    };

    [Hidden]
    public Guid Key => Id.Value;

    /// <summary>For those who give roles on a case: whether the agency may be let in.</summary>
    public static bool Stands(IEnumerable<IFact> facts) =>
        Fold.Of<Release, IReleaseFact>(facts.OfType<IReleaseFact>()) is { Status: ReleaseStatus.Approved };

    private static ReleaseRow Evolve(ReleaseRow? row, StoredFact<IReleaseFact> stored)
    {
        var next = stored.Fact switch
        {
            ReleaseAsked e => new ReleaseRow(
                new ReleaseId(stored.Stream), 0, 0, default, e.Case, e.To, e.Originator, e.Round, e.By, e.For, e.Purpose, stored.RecordedAt, e.Due,
                ReleaseStatus.Asked, null, null, null),
            ReleaseApproved e => Replied(row!, ReleaseStatus.Approved, e.By, e.Conditions, stored),
            ReleaseRefused e => Replied(row!, ReleaseStatus.Refused, e.By, e.Reason, stored),
            ReleaseRevoked e => Replied(row!, ReleaseStatus.Revoked, e.By, e.Reason, stored),
            ReleaseLapsed => Replied(row!, ReleaseStatus.Lapsed, null, null, stored),
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }

    private static ReleaseRow Replied(ReleaseRow row, ReleaseStatus status, OfficerId? by, string? words, StoredFact<IReleaseFact> stored) =>
        row with { Status = status, AnsweredBy = by, AnsweredAt = stored.RecordedAt, Answer = words };
}
