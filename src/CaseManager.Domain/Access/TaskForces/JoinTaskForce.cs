using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Takes an agency into a task force, now when no start is given.</summary>
public sealed record JoinTaskForce(AgencyId Agency, DateTimeOffset? From, DateTimeOffset? Until)
{
    public static readonly Refusal EndsBeforeStart = new("task-force.ends-before-start", "The membership would end before it begins.");
    public static readonly Refusal BeforeEstablished = new("task-force.before-established", "The task force did not exist then.");
    public static readonly Refusal AlreadyMember = new("task-force.already-member", "The agency is a member in that time.");

    public static Decision<ITaskForceFact> Decide(Acting by, JoinTaskForce command, TaskForce taskForce)
    {
        if (Text.Check(command.Agency.Code, 12, "agency") is { } badAgency)
            return badAgency;
        // A repeat without a start means "now" again: the membership that holds now is the one it asked for.
        if (command.From is null && taskForce.Memberships.Any(m => m.Agency == command.Agency && m.ActiveAt(by.At) && m.Until == command.Until))
            return Decision<ITaskForceFact>.Nothing;

        var from = command.From ?? by.At;
        if (command.Until <= from)
            return EndsBeforeStart.At("until");
        if (from < taskForce.Since)
            return BeforeEstablished.At("from");
        if (taskForce.Memberships.Contains(new Membership(command.Agency, from, command.Until)))
            return Decision<ITaskForceFact>.Nothing;
        if (taskForce.Memberships.Any(m => m.Agency == command.Agency && m.Overlaps(from, command.Until)))
            return AlreadyMember.At("from");

        return Decision<ITaskForceFact>.Accept(new AgencyJoinedTaskForce(command.Agency, from, command.Until));
    }
}
