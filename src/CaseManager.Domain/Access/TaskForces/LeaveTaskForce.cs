using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Ends an agency's membership, now when no time is given.</summary>
public sealed record LeaveTaskForce(AgencyId Agency, DateTimeOffset? From, string Reason)
{
    public static readonly Refusal LeadStays = new("task-force.lead-stays", "The lead agency cannot leave its task force.");
    public static readonly Refusal NotMember = new("task-force.not-member", "The agency is not a member of the task force.");
    public static readonly Refusal Backdated = new("task-force.leave-backdated", "A membership ends now or later: what was read until now was read by right.");

    public static Decision<ITaskForceFact> Decide(Acting by, LeaveTaskForce command, TaskForce taskForce)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (command.From < by.At)
            return Backdated.At("from");
        if (command.Agency == taskForce.LeadAgency)
            return LeadStays.At("agency");

        var memberships = taskForce.Memberships.Where(m => m.Agency == command.Agency).ToList();
        if (memberships.Count == 0)
            return NotMember.At("agency");
        var from = command.From ?? by.At;
        if (memberships.All(m => m.EndedAt(from) == m))
            return Decision<ITaskForceFact>.Nothing;

        return Decision<ITaskForceFact>.Accept(new AgencyLeftTaskForce(command.Agency, from, command.Reason));
    }
}
