using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>What deciding over somebody's grant takes beside the grant itself.</summary>
/// <param name="Giver">What the deciding officer holds.</param>
/// <param name="Recipient">Whose grant it is.</param>
/// <param name="TaskForce">The task force the grant is on.</param>
/// <param name="SharedWith">The task force that the grant's case is shared with.</param>
public sealed record Appointment(Rights Giver, Officer Recipient, TaskForce? TaskForce, TaskForceId? SharedWith = null)
{
    /// <summary>The product itself appoints too: opening a case makes its lead the primary investigator.</summary>
    internal bool MayDecide(Acting by, Scope scope, Role role) =>
        by.Officer == Acting.SystemOfficer || (by.Officer == Giver.Officer && AccessLaw.MayAppoint(Giver, scope, TaskForce, SharedWith, role, by.At));
}
