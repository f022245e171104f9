using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Interests;

/// <summary>Says in general terms what one looks out for. Whoever leads a case that matches is told; the asker is not.</summary>
public sealed record DeclareInterest(string Words, string Purpose, DateTimeOffset Until)
{
    public const int LongestPurpose = 1_000;

    public static readonly TimeSpan LongestTime = TimeSpan.FromDays(366);

    public static readonly Refusal AlreadyOver = new("interest.already-over", "The interest would be over already.");
    public static readonly Refusal TooLong = new("interest.too-long", "An interest holds for a year at most.");

    public static Decision<IInterestFact> Decide(Acting by, DeclareInterest command)
    {
        var badInput = Interests.Words.Check(command.Words) ?? Text.Check(command.Purpose, LongestPurpose, "purpose");
        if (badInput is not null)
            return badInput;
        if (command.Until <= by.At)
            return AlreadyOver.At("until");
        if (command.Until - by.At > LongestTime)
            return TooLong.At("until");

        return Decision<IInterestFact>.Accept(new InterestDeclared(by.Officer, by.Agency, command.Words, command.Purpose, command.Until));
    }
}
