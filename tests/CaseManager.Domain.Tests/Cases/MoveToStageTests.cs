using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

public sealed class MoveToStageTests
{
    /// <summary>Written from the field, not from the code: every move there is.</summary>
    private static readonly HashSet<(Stage, Stage)> Moves =
    [
        (Stage.Intake, Stage.Investigation), (Stage.Intake, Stage.Suspended),
        (Stage.Investigation, Stage.Suspended), (Stage.Investigation, Stage.PendingCharges),
        (Stage.Suspended, Stage.Investigation),
        (Stage.PendingCharges, Stage.Investigation), (Stage.PendingCharges, Stage.BeforeCourts),
        (Stage.BeforeCourts, Stage.Investigation),
    ];

    [Fact]
    public void These_moves_and_no_others()
    {
        foreach (var from in Enum.GetValues<Stage>().Where(s => s != Stage.Closed))
        foreach (var to in Enum.GetValues<Stage>().Where(s => s != Stage.Closed && s != from))
        {
            var ending = CaseStory.Given(Past.Opened, new CaseMovedToStage(Stage.Intake, from, "r")).When(Moving(to));
            if (Moves.Contains((from, to)))
                ending.Then(new CaseMovedToStage(from, to, "why"));
            else
                ending.ThenRefused(MoveToStage.NoSuchMove.At("stage"));
        }
    }

    [Fact]
    public void Nobody_closes_a_case_alone() =>
        CaseStory.Given(Past.Opened).When(Moving(Stage.Closed)).ThenRefused(MoveToStage.NeedsApproval.At("stage"));

    [Fact]
    public void Where_it_stands_is_no_move() =>
        CaseStory.Given(Past.Opened).When(Moving(Stage.Intake)).ThenNothing();

    [Fact]
    public void It_rests_while_its_closure_is_reviewed() =>
        CaseStory.Given(Past.Opened, Past.Proposed).When(Moving(Stage.Investigation)).ThenRefused(MoveToStage.UnderReview);

    [Fact]
    public void A_closed_case_does_not_move() =>
        CaseStory.Given(Past.Closed).When(Moving(Stage.Investigation)).ThenRefused(CaseFile.IsClosed);

    [Fact]
    public void A_stage_is_one_of_the_list() =>
        CaseStory.Given(Past.Opened).When(Moving((Stage)42)).ThenRefused(Choice.Unlisted.At("stage"));

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void It_needs_a_reason(string? reason, string code) =>
        CaseStory.Given(Past.Opened)
            .When(file => MoveToStage.Decide(By(Maya), new MoveToStage(Stage.Investigation, reason!), file))
            .ThenRefused(new Refusal(code, "", "reason"));

    private static Func<CaseFile, Decision<ICaseFact>> Moving(Stage to) =>
        file => MoveToStage.Decide(By(Maya), new MoveToStage(to, "why"), file);
}
