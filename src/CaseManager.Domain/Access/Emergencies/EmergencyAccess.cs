using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>One case, opened for reading by one officer in an emergency, for a set time and under review.</summary>
/// <param name="Until">First moment it no longer holds, set when it began.</param>
/// <param name="EndedAt">First moment it no longer holds, where it ended before that.</param>
public sealed record EmergencyAccess(
    EmergencyId Id, OfficerId Officer, TaskForceId TaskForce, CaseId Case, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset? EndedAt,
    EmergencyReview? Review, bool Overdue) : IState<EmergencyAccess, IEmergencyFact>
{
    public DateTimeOffset EndsAt => EndedAt < Until ? EndedAt.Value : Until;

    public static EmergencyAccess Evolve(EmergencyAccess? state, IEmergencyFact fact) => fact switch
    {
        GlassBroken e => new EmergencyAccess(e.Emergency, e.Officer, e.TaskForce, e.Case, e.From, e.Until, null, null, Overdue: false),
        GlassMended e => state! with { EndedAt = e.At },
        GlassReviewed e => state! with { Review = new EmergencyReview(e.By, e.Verdict, e.Note) },
        GlassReviewFellOverdue => state! with { Overdue = true },
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    public HeldEmergency Held() => new(Id, Case, TaskForce, From, EndsAt);

    /// <summary>Who broke it and those who oversee the task force then, by name: a label for the task force would tell all who belong to it.</summary>
    public static Label LabelOf(AgencyId agency, TaskForceId taskForce, OfficerId officer, IEnumerable<OfficerId> overseers) =>
        new(agency, Tlp.Red, null, taskForce, Items.Of<OfficerId>([.. overseers.Prepend(officer).Distinct().Take(NamedReaders.Most)]));
}
