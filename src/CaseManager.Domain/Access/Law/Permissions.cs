using static CaseManager.Domain.Access.Permission;

namespace CaseManager.Domain.Access;

/// <summary>The one table of who may do what. What is not listed is not allowed.</summary>
public static class Permissions
{
    private static readonly Permission[] Read = [ReadCase];
    private static readonly Permission[] Belong = [.. Read, OpenCase];
    private static readonly Permission[] Report = [.. Read, RecordEntry, WorkOnTask];
    private static readonly Permission[] Work = [.. Report, OpenCase, CorrectEntry, LinkRecords];
    private static readonly Permission[] KeepItems = [.. Report, SeizeExhibit, KeepExhibit];
    private static readonly Permission[] Investigate = [.. Work, .. KeepItems];
    private static readonly Permission[] KeepFile = [.. Investigate, AmendCase, AssignTask];
    private static readonly Permission[] Coordinate = [.. Work, AssignTask];
    private static readonly Permission[] Lead = [.. KeepFile, MoveStage, ProposeClosure, GiveCaseGrant, LowerMarking];
    private static readonly Permission[] Operate =
        [PlanOperation, CommandOperation, GiveOperationGrant, ReadSites, ReportSite, VoteOnOperation];

    private static readonly Permission[] Command =
        [.. Lead, .. Operate, ChangeCaseLead, DecideClosure, ReopenCase, GiveTaskForceGrant, ManageTaskForce, ReadHealth, Permission.BreakGlass];

    private static readonly Permission[] Control = [EnterCompartment, GiveCompartmentGrant];

    private static readonly Permission[] Registrar =
        [Permission.EstablishTaskForce, Permission.RegisterAgency, Permission.RegisterOfficer, ReadHealth];

    public static bool Allows(Role role, Permission permission) => Of(role).Contains(permission);

    /// <summary>What the issuer's app role <c>registrar</c> covers, in the registrar's own agency and the task forces it leads.</summary>
    public static bool AllowsRegistrar(Permission permission) => Registrar.Contains(permission);

    /// <summary>
    /// Nobody gives more than they hold: every permission that the role has there must be among the giver's own. But for the read log: who
    /// leads appoints who oversees, and is overseen with all others.
    /// </summary>
    public static bool MayGive(IEnumerable<Role> held, ScopeKind on, Role role)
    {
        if (!Enum.IsDefined(role))
            return false;
        var own = held.SelectMany(Of).ToHashSet();
        return Fits(role, on) && own.Contains(GivesOn(on)) && own.IsSupersetOf(Of(role).Where(p => MeansSomething(p, on) && p != ReadLog));
    }

    /// <summary>
    /// On a case what concerns operations says nothing, and on an operation nothing says anything but that, reading and the read log. Health and
    /// emergencies are a task force's. A compartment has roles of its own.
    /// </summary>
    public static bool MeansSomething(Permission permission, ScopeKind on) => on switch
    {
        ScopeKind.Case => permission is not (ReadHealth or Permission.BreakGlass) && !Operate.Contains(permission) && !Control.Contains(permission),
        ScopeKind.Operation => permission is ReadCase or ReadLog || Operate.Contains(permission),
        ScopeKind.Compartment => Control.Contains(permission),
        _ => !Control.Contains(permission),
    };

    /// <summary>Whether the role is one for such a scope: elsewhere it would be held and mean nothing.</summary>
    public static bool Fits(Role role, ScopeKind on) => Of(role).Any(p => MeansSomething(p, on));

    private static Permission GivesOn(ScopeKind on) => on switch
    {
        ScopeKind.Case => GiveCaseGrant,
        ScopeKind.Operation => GiveOperationGrant,
        ScopeKind.Compartment => GiveCompartmentGrant,
        _ => GiveTaskForceGrant,
    };

    private static Permission[] Of(Role role) => role switch
    {
        Role.TeamCommander => Command,
        Role.PrimaryInvestigator => Lead,
        Role.FileCoordinator => KeepFile,
        Role.Investigator => Investigate,
        Role.ExhibitCustodian => KeepItems,
        Role.Analyst => Work,
        Role.Coordinator => [.. Coordinate, .. Operate],
        Role.SiteCommander => [.. KeepItems, ReportSite],
        Role.Supervisor => [.. Command, ReadLog],
        Role.Liaison => [.. Report, ReportSite, VoteOnOperation, LowerMarking],
        Role.Auditor => [.. Read, ReadSites, ReadHealth, ReadLog],
        Role.Observer => Read,
        Role.Member => Belong,
        Role.ControlOfficer => Control,
        Role.Insider => [EnterCompartment],
        _ => [],
    };
}
