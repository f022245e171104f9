using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

public sealed record MoveToStage(Stage Stage, string Reason)
{
    public static readonly Refusal NeedsApproval = new("case.closing-needs-approval", "A case is closed by a proposal that a second person approves.");
    public static readonly Refusal NoSuchMove = new("case.no-such-move", "A case does not move between these stages.");
    public static readonly Refusal UnderReview = new("case.closure-under-review", "A closure waits for a decision: decide on it or withdraw it first.");

    public static Decision<ICaseFact> Decide(Acting by, MoveToStage command, CaseFile file)
    {
        if ((Choice.Check(command.Stage, "stage") ?? Kernel.Reason.Check(command.Reason)) is { } badInput)
            return badInput;
        if (file.MustBeOpen() is { } closed)
            return closed;
        if (command.Stage == file.Stage)
            return Decision<ICaseFact>.Nothing;
        if (command.Stage == Stage.Closed)
            return NeedsApproval.At("stage");
        if (file.Proposed is not null)
            return UnderReview;
        if (!Stages.After(file.Stage).Contains(command.Stage))
            return NoSuchMove.At("stage");

        return Decision<ICaseFact>.Accept(new CaseMovedToStage(file.Stage, command.Stage, command.Reason));
    }
}
