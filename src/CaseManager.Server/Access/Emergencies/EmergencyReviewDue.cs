using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Access;

/// <summary>The time for reviewing an emergency access is over.</summary>
public sealed record EmergencyReviewDue(Guid Emergency, OfficerId Officer, AgencyId Agency, TaskForceId TaskForce, DateTimeOffset Due);

/// <summary>Starts when the glass is broken, ends with a review; if none came in time, that goes on the record, once, before all who oversee by then.</summary>
public static class EmergencyReviewDueHandler
{
    public static async Task Handle(EmergencyReviewDue message, Ledger ledger, Overseers overseers, CancellationToken cancel)
    {
        var told = (await overseers.Beside(message.Officer, cancel))[message.TaskForce];
        var label = EmergencyAccess.LabelOf(message.Agency, message.TaskForce, message.Officer, told);
        await ledger.Act(Intent.Of($"emergency-review-due {message.Emergency:N}", message.Emergency.ToString()), new Undertaking(message.Emergency, null, [], [], ground =>
        {
            TooSoonException.ThrowBefore(message.Due, ground);
            return ground.State<EmergencyAccess, IEmergencyFact>(message.Emergency) is { } emergency
                ? Deed.Of(message.Emergency, MarkEmergencyReviewOverdue.Decide(ground.By, emergency), label)
                : Deed.Nothing;
        }), cancel);
    }
}
