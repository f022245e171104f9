using CaseManager.Domain.Access;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Inbox;

/// <summary>Where an officer's roles allow an act: what waits for whoever may do it is found by that.</summary>
internal static class Allowed
{
    /// <summary>The cases, task forces or operations, as the kind says.</summary>
    public static Guid[] In(ScopeKind kind, Domain.Access.Rights rights, Permission permission, DateTimeOffset at) =>
        [.. AccessLaw.ScopesOf(rights, permission, at).Where(s => s.Kind == kind).Select(s => s.Id)];

    /// <summary>By a role on the case of a row, or in the task force that its second column names.</summary>
    public static Condition.Or On(Column onCase, Column taskForce, Domain.Access.Rights rights, Permission permission, DateTimeOffset at) => new(
    [
        new Condition.Test(onCase, Operator.In, In(ScopeKind.Case, rights, permission, at)),
        new Condition.Test(taskForce, Operator.In, In(ScopeKind.TaskForce, rights, permission, at)),
    ]);
}
