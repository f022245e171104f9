using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>A joint task force and which agencies belong to it, from when until when.</summary>
public sealed record TaskForce(
    TaskForceId Id, string Code, AgencyId LeadAgency, DateTimeOffset Since, Items<Membership> Memberships)
    : IState<TaskForce, ITaskForceFact>
{
    public static TaskForce Evolve(TaskForce? state, ITaskForceFact fact) => fact switch
    {
        TaskForceEstablished e => new TaskForce(e.TaskForce, e.Code, e.LeadAgency, e.Since, []),
        AgencyJoinedTaskForce e => state! with { Memberships = state.Memberships.With(new Membership(e.Agency, e.From, e.Until)) },
        AgencyLeftTaskForce e => state! with { Memberships = [.. state.Memberships.Select(m => m.Agency == e.Agency ? m.EndedAt(e.From) : m)] },
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    public bool HasMember(AgencyId agency, DateTimeOffset at) => MembershipAt(agency, at) is not null;

    public Membership? MembershipAt(AgencyId agency, DateTimeOffset at) => Memberships.FirstOrDefault(m => m.Agency == agency && m.ActiveAt(at));
}

/// <summary>One agency's time in a task force: from its start, up to but without its end.</summary>
public sealed record Membership(AgencyId Agency, DateTimeOffset From, DateTimeOffset? Until)
{
    public bool ActiveAt(DateTimeOffset at) => Spell.Covers(From, Until, at);

    public bool Overlaps(DateTimeOffset from, DateTimeOffset? until) => Spell.Overlap(From, Until, from, until);

    /// <summary>A membership that has not begun by then never begins.</summary>
    public Membership EndedAt(DateTimeOffset end) => Until <= end ? this : this with { Until = end < From ? From : end };
}
