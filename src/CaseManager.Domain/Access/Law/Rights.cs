using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>What a caller holds, as loaded once per request. Nobody: <see cref="Registered"/> is false.</summary>
/// <param name="Registered">Entered by the own agency and still in its service.</param>
/// <param name="Registrar">The token carries the app role <c>registrar</c>.</param>
public sealed record Rights(OfficerId Officer, AgencyId Agency, bool Registered, Items<HeldGrant> Grants, bool Registrar = false)
{
    /// <summary>Of the agency: ISO 3166, or nothing for an international body.</summary>
    public string? Country { get; init; }

    /// <summary>Cases that the caller opened for reading in an emergency; they allow no act.</summary>
    public Items<HeldEmergency> Emergencies { get; init; } = [];

    /// <summary>What the caller may by roles alone, which is what acts are judged by.</summary>
    public Rights ByRolesAlone() => Emergencies.Count == 0 ? this : this with { Emergencies = [] };

    /// <summary>Roles that hold in a scope at a time.</summary>
    public IEnumerable<Role> RolesIn(Scope scope, DateTimeOffset at) =>
        Registered ? Grants.Where(g => g.Scope == scope && g.ActiveAt(at)).Select(g => g.Role) : [];
}

/// <summary>One role in one scope: from its start, up to but without its end.</summary>
public readonly record struct HeldGrant(Scope Scope, Role Role, DateTimeOffset From, DateTimeOffset? Until)
{
    public bool ActiveAt(DateTimeOffset at) => Spell.Covers(From, Until, at);
}

/// <summary>One case, opened by one officer for some hours: from the start, up to but without the end.</summary>
/// <param name="TaskForce">In which a role allowed it: it ends with that role.</param>
public readonly record struct HeldEmergency(EmergencyId Id, CaseId Case, TaskForceId TaskForce, DateTimeOffset From, DateTimeOffset Until)
{
    public bool ActiveAt(DateTimeOffset at) => Spell.Covers(From, Until, at);
}
