using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>What somebody held at a time, told from what was on record by then.</summary>
public static class PastRights
{
    /// <param name="facts">Of the officer, of the agency, of each of the officer's grants and emergencies and of the task forces these are on, stream by stream and in order; none recorded after <paramref name="at"/>.</param>
    public static Rights At(DateTimeOffset at, OfficerId officer, AgencyId agency, bool registrar, IEnumerable<(Guid Stream, IFact Fact, DateTimeOffset RecordedAt)> facts)
    {
        var streams = facts.GroupBy(f => f.Stream, f => f.Fact is GrantGiven given ? Effective(given, f.RecordedAt) : f.Fact).Select(stream => stream.ToList()).ToList();
        var known = States<Officer, IOfficerFact>(streams).FirstOrDefault(o => o.Id == officer);
        var country = States<Agency, IAgencyFact>(streams).FirstOrDefault(a => a.Id == agency)?.Country;
        var forces = States<TaskForce, ITaskForceFact>(streams).ToDictionary(f => Scope.Of(f.Id));
        var grants = States<Grant, IGrantFact>(streams).Where(g => g.Officer == officer);
        return new Rights(officer, agency, known?.ServesAt(at) == true || registrar, [.. grants.SelectMany(grant => Held(grant, agency, forces))], registrar)
        {
            Country = country,
            Emergencies = [.. States<EmergencyAccess, IEmergencyFact>(streams).Where(e => e.Officer == officer).Select(e => e.Held())],
        };
    }

    // Who was given a role for a time before could not read by it then.
    private static GrantGiven Effective(GrantGiven given, DateTimeOffset recordedAt) => given.From < recordedAt ? given with { From = recordedAt } : given;

    // A role in a task force holds within the membership of the agency in which it was given.
    private static IEnumerable<HeldGrant> Held(Grant grant, AgencyId agency, Dictionary<Scope, TaskForce> forces) =>
        from period in grant.Periods
        let held = grant.Scope.Kind == ScopeKind.TaskForce ? period.Within(forces.GetValueOrDefault(grant.Scope)?.MembershipAt(agency, period.From)) : period
        select new HeldGrant(grant.Scope, held.Role, held.From, held.Until);

    private static IEnumerable<TState> States<TState, TFact>(IEnumerable<List<IFact>> streams) where TState : class, IState<TState, TFact> where TFact : IFact =>
        streams.Where(facts => facts[0] is TFact).Select(facts => Fold.Of<TState, TFact>(facts.OfType<TFact>())!);
}
