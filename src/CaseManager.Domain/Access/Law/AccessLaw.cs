using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Who may read and do what. Pure, and closed by default: what cannot be evaluated means no.</summary>
public static class AccessLaw
{
    /// <summary>The one function that judges a label.</summary>
    public static bool MayRead(Rights rights, Label label, DateTimeOffset at) =>
        rights.Registered && MayReadPart(rights, label, at) && label.Also?.Any(part => !MayReadPart(rights, part, at)) != true;

    private static bool MayReadPart(Rights rights, Label label, DateTimeOffset at)
    {
        if (IsOpenedInEmergency(rights, label, at))
            return true;
        if (!NeedsToKnow(rights, label, at))
            return false;
        if (label.Caveats is { } caveats && !LetsIn(rights, label.Originator, caveats, at))
            return false;

        return label.Tlp switch
        {
            Tlp.Clear or Tlp.Green or Tlp.Amber => true,
            Tlp.AmberStrict => rights.Agency == label.Originator || IsNamed(rights, label, at),
            Tlp.Red => label.Readers.Contains(rights.Officer),
            _ => false,
        };
    }

    /// <summary>Whether the caller's roles on a case (or the task force it is shared with), or on a task force, allow an act.</summary>
    public static bool May(Rights rights, Scope scope, TaskForceId? sharedWith, Permission permission, DateTimeOffset at) =>
        RolesOn(rights, scope, sharedWith, at).Any(role => Permissions.Allows(role, permission));

    /// <summary>The cases and task forces on which the caller's roles allow an act.</summary>
    public static IEnumerable<Scope> ScopesOf(Rights rights, Permission permission, DateTimeOffset at) =>
        rights.Registered
            ? rights.Grants.Where(g => g.ActiveAt(at) && Permissions.Allows(g.Role, permission)).Select(g => g.Scope).Distinct()
            : [];

    /// <summary>Whether the caller is read into a compartment.</summary>
    public static bool MayEnter(Rights rights, CompartmentId compartment, DateTimeOffset at) =>
        May(rights, Scope.Of(compartment), null, Permission.EnterCompartment, at);

    /// <summary>Acts of a registrar, which are on no case and no task force yet.</summary>
    public static bool MayAsRegistrar(Rights rights, Permission permission) =>
        rights.Registered && rights.Registrar && Permissions.AllowsRegistrar(permission);

    /// <summary>How the product is doing says how much all have recorded: for registrars, and for those who command or audit a task force.</summary>
    public static bool MayReadHealth(Rights rights, DateTimeOffset at) =>
        MayAsRegistrar(rights, Permission.ReadHealth) || ScopesOf(rights, Permission.ReadHealth, at).Any(s => s.Kind == ScopeKind.TaskForce);

    /// <summary>Anybody opens a case of their own agency; one of a task force takes a role in it.</summary>
    public static bool MayOpenCase(Rights rights, TaskForceId? taskForce, DateTimeOffset at) =>
        taskForce is { } force
            ? May(rights, Scope.Of(force), null, Permission.OpenCase, at)
            : rights.Registered;

    /// <summary>Who belongs to some task force may say there what they look out for.</summary>
    public static bool MayDeclareInterest(Rights rights, DateTimeOffset at) =>
        ScopesOf(rights, Permission.ReadCase, at).Any(s => s.Kind == ScopeKind.TaskForce);

    /// <summary>An operation is planned by those whose role in the task force says so.</summary>
    public static bool MayPlanOperation(Rights rights, TaskForceId taskForce, DateTimeOffset at) =>
        May(rights, Scope.Of(taskForce), null, Permission.PlanOperation, at);

    /// <summary>
    /// The task force in which a role lets the caller open a case in an emergency: the one it is worked under; for a case of the own agency
    /// any of theirs. Null where none does.
    /// </summary>
    public static TaskForceId? MayBreakGlass(Rights rights, AgencyId originator, TaskForceId? workedUnder, DateTimeOffset at)
    {
        var theirs = ScopesOf(rights, Permission.BreakGlass, at).Where(s => s.Kind == ScopeKind.TaskForce).Select(s => new TaskForceId(s.Id)).OrderBy(f => f.Value).ToList();
        if (workedUnder is { } force && theirs.Contains(force))
            return force;
        return originator == rights.Agency && theirs is [var first, ..] ? first : null;
    }

    /// <summary>Members come and go by those who command the task force, or by a registrar of the agency that leads it.</summary>
    public static bool MayManage(Rights rights, TaskForce taskForce, DateTimeOffset at) =>
        May(rights, Scope.Of(taskForce.Id), null, Permission.ManageTaskForce, at) || Leads(rights, taskForce);

    /// <summary>Whether the caller may give, or take back, a role. A registrar of the leading agency appoints on the task force, where at first nobody holds anything.</summary>
    /// <param name="taskForce">The one the grant is on.</param>
    /// <param name="sharedWith">The one the grant's case is shared with.</param>
    public static bool MayAppoint(Rights rights, Scope scope, TaskForce? taskForce, TaskForceId? sharedWith, Role role, DateTimeOffset at)
    {
        if (Permissions.MayGive(RolesOn(rights, scope, sharedWith, at), scope.Kind, role))
            return true;
        return Permissions.Fits(role, scope.Kind) && scope.Kind == ScopeKind.TaskForce && taskForce is not null
            && scope == Scope.Of(taskForce.Id) && Leads(rights, taskForce);
    }

    /// <summary>The next instant at which a grant or an emergency of the caller starts or ends: an answer about rights holds until then.</summary>
    public static DateTimeOffset? NextChange(Rights rights, DateTimeOffset at) =>
        rights.Grants.SelectMany(g => new[] { g.From, g.Until }).Concat(rights.Emergencies.SelectMany(e => new DateTimeOffset?[] { e.From, e.Until })).Where(t => t > at).Min();

    // Opened is one case with all that stands under it, whatever restricts these; what belongs to an operation as well stays as it was (ADR 0019).
    private static bool IsOpenedInEmergency(Rights rights, Label label, DateTimeOffset at) =>
        label is { Case: { } onCase, Operation: null } && Enum.IsDefined(label.Tlp)
        && rights.Emergencies.Any(e => e.Case == onCase && e.ActiveAt(at) && May(rights, Scope.Of(e.TaskForce), null, Permission.BreakGlass, at));

    // What an agency says of its own records keeps others out, and not itself; of a compartment its own officers may be outside as well.
    private static bool LetsIn(Rights rights, AgencyId originator, Caveats caveats, DateTimeOffset at)
    {
        if (!caveats.Compartments.All(inside => MayEnter(rights, inside, at)))
            return false;
        if (rights.Agency == originator)
            return true;
        return !(caveats.EmbargoUntil > at)
            && (caveats.ReleasedTo.NamesNobody() || caveats.ReleasedTo.Cover(rights.Agency, rights.Country))
            && !caveats.NotTo.Cover(rights.Agency, rights.Country);
    }

    // Of a case and of an operation: of both.
    private static bool NeedsToKnow(Rights rights, Label label, DateTimeOffset at) =>
        NeedsToKnowOfCase(rights, label, at)
        && (label.Operation is not { } operation || MayReadIn(rights, Scope.Of(operation), at));

    private static bool NeedsToKnowOfCase(Rights rights, Label label, DateTimeOffset at)
    {
        if (label.Case is null && label.TaskForce is null)
            return true;
        if (label.Case is { } onCase && MayReadIn(rights, Scope.Of(onCase), at))
            return true;
        return label.TaskForce is { } taskForce && MayReadIn(rights, Scope.Of(taskForce), at);
    }

    // Named readers belong to TLP:RED; were they not counted here too, raising a label to RED could let somebody in.
    private static bool IsNamed(Rights rights, Label label, DateTimeOffset at)
    {
        if (label.Readers.Contains(rights.Officer))
            return true;
        // Who is of the task force only is not named, nor does a role on one of the two, case and operation, name anybody for the other.
        var ofCase = label.Case is { } onCase ? MayReadIn(rights, Scope.Of(onCase), at) : label.TaskForce is null && label.Operation is not null;
        var ofOperation = label.Operation is not { } operation || May(rights, Scope.Of(operation), null, Permission.ReadSites, at);
        return ofCase && ofOperation;
    }

    private static bool MayReadIn(Rights rights, Scope scope, DateTimeOffset at) =>
        rights.RolesIn(scope, at).Any(role => Permissions.Allows(role, Permission.ReadCase));

    private static IEnumerable<Role> RolesOn(Rights rights, Scope scope, TaskForceId? sharedWith, DateTimeOffset at) =>
        sharedWith is { } taskForce && scope.Kind == ScopeKind.Case
            ? rights.RolesIn(scope, at).Concat(rights.RolesIn(Scope.Of(taskForce), at))
            : rights.RolesIn(scope, at);

    private static bool Leads(Rights rights, TaskForce taskForce) =>
        rights.Registered && rights.Registrar && rights.Agency == taskForce.LeadAgency;
}
