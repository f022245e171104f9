using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>A time in which somebody could read something, up to but without its end.</summary>
/// <param name="Roles">By which roles on its case, its task force or its operation.</param>
/// <param name="Named">Also because they are named as a reader.</param>
public sealed record Reach(DateTimeOffset From, DateTimeOffset Until, Items<Role> Roles, bool Named)
{
    /// <summary>Only because they opened its case in an emergency.</summary>
    public bool Emergency { get; init; }
}

/// <summary>A label under which a record has stood since a time.</summary>
/// <param name="Until">Since when all of it, also as it was before, stands under another. Absent: what it was may still be asked for.</param>
public sealed record Borne(Label Label, DateTimeOffset Since, DateTimeOffset? Until = null)
{
    public bool StandsAt(DateTimeOffset at) => Spell.Covers(Since, Until, at);
}

/// <summary>When somebody could read a record, told from what is on record of their rights and of its labels.</summary>
public static class Exposure
{
    /// <param name="facts">As for <see cref="PastRights"/>; those recorded later than a moment say nothing of it.</param>
    /// <param name="labels">All that the record has borne: who may read it under any of them could read it, as it is or as it was.</param>
    public static IReadOnlyList<Reach> Of(
        OfficerId officer, AgencyId agency, IReadOnlyList<(Guid Stream, IFact Fact, DateTimeOffset RecordedAt)> facts,
        IReadOnlyList<Borne> labels, DateTimeOffset from, DateTimeOffset until)
    {
        var reached = new List<Reach>();
        for (var at = from; at < until;)
        {
            var rights = PastRights.At(at, officer, agency, registrar: false, facts.Where(f => f.RecordedAt <= at));
            var next = Next(rights, facts, labels, at) is { } change && change < until ? change : until;
            if (At(rights, labels, at, next) is { } reach)
                Add(reached, reach);
            at = next;
        }
        return reached;
    }

    private static Reach? At(Rights rights, IReadOnlyList<Borne> labels, DateTimeOffset at, DateTimeOffset until)
    {
        var borne = labels.Where(l => l.StandsAt(at)).Select(l => l.Label).ToList();
        var open = borne.Where(label => AccessLaw.MayRead(rights, label, at)).SelectMany(label => label.Parts()).ToList();
        if (open.Count == 0)
            return null;
        var roles = open.SelectMany(Scopes).SelectMany(scope => rights.RolesIn(scope, at)).Where(role => Permissions.Allows(role, Permission.ReadCase));
        return new Reach(at, until, [.. roles.Distinct().Order()], open.Any(part => part.Readers.Contains(rights.Officer)))
        {
            Emergency = !borne.Any(label => AccessLaw.MayRead(rights.ByRolesAlone(), label, at)),
        };
    }

    // Nothing of it changes but by a fact, a role's beginning or end, a departure, a new label, or an embargo that ends.
    private static DateTimeOffset? Next(
        Rights rights, IReadOnlyList<(Guid Stream, IFact Fact, DateTimeOffset RecordedAt)> facts, IReadOnlyList<Borne> labels, DateTimeOffset at) =>
        facts.Select(f => (DateTimeOffset?)f.RecordedAt)
            .Concat(facts.Select(f => f.Fact).OfType<OfficerDeparted>().Select(f => (DateTimeOffset?)f.On))
            .Concat(labels.SelectMany(l => new[] { l.Since, l.Until }))
            .Concat(labels.Select(l => l.Label.OpensAfter(at)))
            .Append(AccessLaw.NextChange(rights, at))
            .Where(time => time > at).Min();

    private static IEnumerable<Scope> Scopes(Label part)
    {
        if (part.Case is { } onCase)
            yield return Scope.Of(onCase);
        if (part.TaskForce is { } force)
            yield return Scope.Of(force);
        if (part.Operation is { } operation)
            yield return Scope.Of(operation);
    }

    private static void Add(List<Reach> reached, Reach reach)
    {
        if (reached is [.., var last] && last.Until == reach.From && last.Roles.Equals(reach.Roles) && last.Named == reach.Named && last.Emergency == reach.Emergency)
            reached[^1] = last with { Until = reach.Until };
        else
            reached.Add(reach);
    }
}
