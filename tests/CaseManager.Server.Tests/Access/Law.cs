namespace CaseManager.Server.Tests.Access;

/// <summary>
/// Who may read what, written from the design's words, the schema's and the records of decisions, and not from the product's own function:
/// each person and record is asked about alone, without numbers, sets or anything kept.
/// </summary>
internal sealed class Law(IReadOnlyCollection<Force> forces, IReadOnlyCollection<Held> given)
{
    /// <summary>Roles that direct an operation as a whole, and so read the sites of every agency; those who check on it too.</summary>
    private static readonly string[] ReadAllSites = ["TEAM_COMMANDER", "SUPERVISOR", "COORDINATOR", "AUDITOR"];

    public bool MayRead(Person reader, Marking marking, DateTimeOffset at) =>
        reader.ServesAt(at)
        && NeedsToKnow(reader, marking.NeedsToKnow, at)
        && Permits(reader, marking, at)
        && marking.Caveats.All(caveat => caveat(reader, at))
        && (marking.Under is not { } other || MayRead(reader, other, at));

    public bool Holds(Person officer, string scope, DateTimeOffset at, params string[] roles) =>
        officer.ServesAt(at) && given.Any(h =>
            h.Officer == officer && h.Scope == scope && (roles.Length == 0 || roles.Contains(h.Role)) && h.Time.Covers(at) && StillMember(h, at));

    // A role in a task force ends with the membership of the officer's agency in which it was given.
    private bool StillMember(Held held, DateTimeOffset at) =>
        forces.FirstOrDefault(f => f.Id == held.Scope) is not { } force
        || force.Members.Any(m => m.Agency == held.Officer.Agency && m.Time.Covers(held.Time.From) && m.Time.Covers(at));

    private bool NeedsToKnow(Person reader, Circle circle, DateTimeOffset at) => circle switch
    {
        Circle.Everybody => true,
        Circle.Oneself one => one.Officer == reader,
        Circle.AgencyOf of => of.Agency == reader.Agency,
        Circle.InForce force => Holds(reader, force.Force, at),
        Circle.Inside inside => Holds(reader, inside.Compartment, at),
        Circle.OnCase on => Holds(reader, on.Case, at) || (on.Force is { } force && Holds(reader, force, at)),
        Circle.OnOperation on => Holds(reader, on.Operation, at),
        _ => false,
    };

    private bool Permits(Person reader, Marking marking, DateTimeOffset at) => marking.Tlp switch
    {
        "CLEAR" or "GREEN" or "AMBER" => true,
        "AMBER_STRICT" => reader.Agency == marking.Originator || BeyondItsAgency(reader, marking.NeedsToKnow, at),
        "RED" => marking.Readers.Contains(reader),
        _ => false,
    };

    /// <summary>Whom a restriction to one agency does not stop: who is on the case itself, who directs the operation.</summary>
    public bool BeyondItsAgency(Person reader, Circle circle, DateTimeOffset at) => circle switch
    {
        Circle.OnCase on => Holds(reader, on.Case, at),
        Circle.OnOperation on => Holds(reader, on.Operation, at, ReadAllSites),
        _ => false,
    };
}
