using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Interests;

/// <summary>Looks out for it no longer.</summary>
public sealed record WithdrawInterest(string? Reason)
{
    public static readonly Refusal NotYours = new("interest.not-yours", "An interest is withdrawn by the officer who declared it.");

    public static Decision<IInterestFact> Decide(Acting by, WithdrawInterest command, Interest interest)
    {
        if (Text.CheckOptional(command.Reason, Kernel.Reason.Longest, "reason") is { } badReason)
            return badReason;
        if (interest.Officer != by.Officer)
            return NotYours;
        if (interest.Withdrawn)
            return Decision<IInterestFact>.Nothing;

        return Decision<IInterestFact>.Accept(new InterestWithdrawn(command.Reason));
    }
}
