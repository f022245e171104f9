using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Asked by the product when the time for review is over; says nothing when it was reviewed in time.</summary>
public static class MarkEmergencyReviewOverdue
{
    public static Decision<IEmergencyFact> Decide(Acting by, EmergencyAccess emergency)
    {
        if (emergency is not { Review: null, Overdue: false } || by.At < emergency.From + EmergencyReview.Period)
            return Decision<IEmergencyFact>.Nothing;

        return Decision<IEmergencyFact>.Accept(new GlassReviewFellOverdue(by.At));
    }
}
