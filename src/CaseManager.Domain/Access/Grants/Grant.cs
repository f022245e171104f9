using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>What one officer holds and held in one scope.</summary>
public sealed record Grant(Scope Scope, OfficerId Officer, Items<GrantPeriod> Periods) : IState<Grant, IGrantFact>
{
    public static Grant Evolve(Grant? state, IGrantFact fact) => fact switch
    {
        GrantGiven e => (state ?? new Grant(e.Scope, e.Officer, [])).Given(e),
        GrantWithdrawn e => state!.Change(p => p.Role == e.Role && p.ReachesBeyond(e.From), p => p.WithdrawnAt(e.From)),
        GrantExpired e => state!.Change(p => p.Role == e.Role && p.Until == e.Until && p.Ended is null, p => p with { Ended = Ending.Expired }),
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    private Grant Given(GrantGiven given) =>
        this with { Periods = Periods.With(new GrantPeriod(given.Role, given.From, given.Until, Ended: null)) };

    private Grant Change(Func<GrantPeriod, bool> which, Func<GrantPeriod, GrantPeriod> into) =>
        this with { Periods = [.. Periods.Select(p => which(p) ? into(p) : p)] };
}

public enum Ending
{
    Withdrawn,
    Expired,
}

/// <summary>One role, from its start, up to but without its end.</summary>
public sealed record GrantPeriod(Role Role, DateTimeOffset From, DateTimeOffset? Until, Ending? Ended)
{
    public bool HoldsAt(DateTimeOffset at) => Spell.Covers(From, Until, at);

    public bool ReachesBeyond(DateTimeOffset at) => !(Until <= at) && !(Until <= From);

    public bool Overlaps(DateTimeOffset from, DateTimeOffset? until) => Spell.Overlap(From, Until, from, until);

    /// <summary>As far as it holds while the agency is a member; without a membership at its start, never.</summary>
    public GrantPeriod Within(Membership? membership) =>
        membership is null ? this with { Until = From }
        : membership.Until is { } end && !(Until <= end) ? this with { Until = end }
        : this;

    /// <summary>A period that has not begun by then never begins.</summary>
    public GrantPeriod WithdrawnAt(DateTimeOffset end) => this with { Until = end < From ? From : end, Ended = Ending.Withdrawn };
}
