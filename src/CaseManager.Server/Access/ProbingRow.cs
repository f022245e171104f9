using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Access;

/// <summary>What a task force's overseers are told of one officer.</summary>
public readonly record struct ProbingId(Guid Value) : IId<ProbingId>
{
    public static ProbingId Of(Guid value) => new(value);
}

/// <summary>An officer asked often for what is not there for them: the last notice of it. What it was, is in the read log alone.</summary>
/// <param name="LookUps">How many in vain, since <paramref name="Since"/>.</param>
/// <param name="NoticedAt">When the overseers were told.</param>
public sealed record ProbingRow(
    ProbingId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, OfficerId Officer, AgencyId Agency, TaskForceId TaskForce,
    int LookUps, DateTimeOffset Since, DateTimeOffset NoticedAt) : IRow
{
    // Long enough for whoever was away over a weekend and a holiday; the read log keeps the look-ups themselves.
    private static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    public static View<ProbingRow> View { get; } = new("probing")
    {
        Indexes = ["index on (task_force, noticed_at)"],
        DefaultOrder = [("noticedAt", true)],
    };

    public static Projected<IProbingFact, ProbingRow> Projection { get; } = new(View, (_, stored) =>
    {
        var told = (ProbingNoticed)stored.Fact;
        return new ProbingRow(
            new ProbingId(stored.Stream), stored.Version, stored.Label, stored.RecordedAt, told.Officer, told.Agency, told.TaskForce, told.LookUps,
            told.Since, told.At);
    });

    /// <summary>Officers who were noticed of late in a task force that one oversees.</summary>
    internal static readonly InboxSource ToLookInto = new("probing.to-look-into", View, (rights, at) => new Condition.And(
    [
        new Condition.Test(View["taskForce"], Operator.In, Allowed.In(ScopeKind.TaskForce, rights, Permission.ReadLog, at)),
        new Condition.Test(View["noticedAt"], Operator.Gt, at - Waits),
    ]))
    {
        Since = View["noticedAt"],
    };

    [Hidden]
    public Guid Key => Id.Value;

    /// <summary>One stream for each officer in each task force.</summary>
    internal static Guid KeyOf(TaskForceId force, OfficerId officer) => NameId.For("probing", $"{force.Value:N}|{officer.Value:N}");
}
