using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Interests;

/// <summary>Answers an interest that matches a case: the asker is told now, or never.</summary>
/// <param name="Message">What the asker is told; of a dismissal the reason, for the record alone.</param>
public sealed record AnswerInterest(InterestAnswer Answer, string Message)
{
    public const int LongestMessage = 2_000;

    public static readonly Refusal AlreadyAnswered = new("interest.already-answered", "The interest was answered for this case.");

    public static Decision<IInterestMatchFact> Decide(Acting by, AnswerInterest command, InterestMatch match, Interest interest)
    {
        var badInput = Choice.Check(command.Answer, "answer") ?? Text.Check(command.Message, LongestMessage, "message");
        if (badInput is not null)
            return badInput;
        if (match.Answer == command.Answer && match.Said == command.Message)
            return Decision<IInterestMatchFact>.Nothing;
        if (match.Answer is not null)
            return AlreadyAnswered;
        if (command.Answer == InterestAnswer.Dismiss)
            return Decision<IInterestMatchFact>.Accept(new InterestDismissed(command.Message));

        // Who no longer asks is not told what they asked about.
        return interest.OpenAt(by.At) ? Decision<IInterestMatchFact>.Accept(new InterestContacted(command.Message)) : Interest.IsOver;
    }

    /// <summary>What the asker is told, where the answer is a contact that was not made before.</summary>
    public static Decision<IInterestContactFact> Tell(Acting by, InterestMatch match, Decision<IInterestMatchFact> answered) =>
        answered.Facts is [InterestContacted contacted]
            ? Decision<IInterestContactFact>.Accept(new AskerContacted(match.Interest, by.Officer, by.Agency, contacted.Message))
            : Decision<IInterestContactFact>.Nothing;
}
