using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using CsCheck;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

/// <summary>What must hold of a case and its entries after any sequence of acts, by anybody, in any order.</summary>
public sealed class CaseHistoryPropertyTests
{
    private const int CaseActs = 11;
    private const int EntryActs = 6;

    // Acts that close a case come twice as often, or few histories would get that far.
    private static readonly Gen<(int Act, int Choice, int Who, int Hours)[]> Steps =
        Gen.Select(Gen.Int[0, CaseActs + 1], Gen.Int[0, 5], Gen.Int[0, 2], Gen.Int[0, 40]).Array[1, 40];

    [Fact]
    public void Any_history_keeps_the_law_of_cases()
    {
        var closed = 0;
        var overdue = 0;
        Steps.Sample(
            steps =>
            {
                var facts = new List<ICaseFact> { Past.Opened };
                var now = Noon;
                foreach (var step in steps)
                {
                    now = now.AddHours(step.Hours);
                    var by = By(new[] { Maya, Jules, Theo }[step.Who], now);
                    var before = Fold.Of<CaseFile, ICaseFact>(facts)!;
                    var decision = Act(step.Act % CaseActs, step.Choice, by, before);
                    Assert.True(decision.Refusal is null || decision.Facts.Count == 0);
                    facts.AddRange(decision.Facts);

                    var after = Fold.Of<CaseFile, ICaseFact>(facts)!;
                    if (decision.Refusal is null)
                        Assert.Empty(Act(step.Act % CaseActs, step.Choice, by, after).Facts);
                    if (after.Stage == Stage.Closed)
                    {
                        Assert.NotNull(after.Closure);
                        Assert.NotEqual(after.Closure.ProposedBy, after.Closure.ApprovedBy);
                        Assert.Equal(CaseFile.IsClosed.Code, RecordEntry.Decide(by, NewEntry(now), after).Refusal?.Code);
                    }
                    else
                    {
                        Assert.Null(after.Closure);
                        Assert.Single(RecordEntry.Decide(by, NewEntry(now), after).Facts);
                    }
                }
                AssertTwoPeople(facts);
                Interlocked.Add(ref closed, facts.OfType<ClosureApproved>().Count());
                Interlocked.Add(ref overdue, facts.OfType<ClosureReviewFellOverdue>().Count());
            },
            iter: Scale.Of(2_000));

        // A property of closed cases says nothing where none was closed.
        Assert.True(closed > 200 && overdue > 20, $"closed {closed}, overdue {overdue}");
    }

    [Fact]
    public void Any_history_keeps_the_law_of_entries() =>
        Steps.Sample(
            steps =>
            {
                var facts = new List<IEntryFact> { Past.Recorded };
                foreach (var step in steps)
                {
                    var by = By(new[] { Maya, Jules, Theo }[step.Who]);
                    var entry = Past.EntryOf([.. facts]);
                    Assert.Empty(Act(step.Act % EntryActs, step.Choice, by, entry, Past.ClosedFile).Facts);

                    var decision = Act(step.Act % EntryActs, step.Choice, by, entry, Past.OpenFile);
                    facts.AddRange(decision.Facts);
                    var after = Past.EntryOf([.. facts]);
                    Assert.Empty(Act(step.Act % EntryActs, step.Choice, by, after, Past.OpenFile).Facts);
                    Assert.Equal(after.Tags.Count, after.Tags.Distinct().Count());
                    Assert.Equal(after.Attachments.Count, after.Attachments.DistinctBy(a => a.Reference).Count());
                }
                AssertOldValuesAreTrue(facts);
            },
            iter: Scale.Of(2_000));

    private static Decision<ICaseFact> Act(int act, int choice, Acting by, CaseFile file) => act switch
    {
        0 => AmendTitle.Decide(by, new AmendTitle($"Title {choice}", "r"), file),
        1 => AmendSummary.Decide(by, new AmendSummary($"Summary {choice}", "r"), file),
        2 => ChangePriority.Decide(by, new ChangePriority((Priority)choice, "r"), file),
        3 => ChangeLead.Decide(by, new ChangeLead(choice % 2 == 0 ? Maya : Theo, "r"), file),
        4 => MoveToStage.Decide(by, new MoveToStage((Stage)choice, "r"), file),
        5 => RefuseClosure.Decide(by, new RefuseClosure("r"), file),
        6 => WithdrawClosure.Decide(by, new WithdrawClosure("r"), file),
        7 => MarkClosureReviewOverdue.Decide(by, new MarkClosureReviewOverdue(file.Proposed?.At ?? Noon), file),
        8 => ReopenCase.Decide(by, new ReopenCase("r"), file),
        9 => ApproveClosure.Decide(by, new ApproveClosure(null), file, null),
        _ => ProposeClosure.Decide(by, new ProposeClosure((ClosureOutcome)choice, "r"), file, null),
    };

    private static Decision<IEntryFact> Act(int act, int choice, Acting by, TimelineEntry entry, CaseFile file) => act switch
    {
        0 => CorrectEntry.Decide(by, new CorrectEntry($"Text {choice}", null, null, choice % 2 == 0 ? null : new Grade(GradeScheme.Uk3X5X2, "1", "A"), "r"), entry, file),
        1 => CorrectEntry.Decide(by, new CorrectEntry(null, NewEntry(Noon.AddHours(-choice)).Occurred, new EntrySource((SourceKind)choice, null), null, "r"), entry, file),
        2 => TagEntry.Decide(by, new TagEntry($" tag {choice}"), entry, file),
        3 => UntagEntry.Decide(by, new UntagEntry($"tag {choice} "), entry, file),
        4 => ReferenceAttachment.Decide(by, new ReferenceAttachment($"urn:x:{choice}", "Name", null, null, choice), entry, file),
        _ => WithdrawAttachmentReference.Decide(by, new WithdrawAttachmentReference($"urn:x:{choice}", "r"), entry, file),
    };

    private static RecordEntry NewEntry(DateTimeOffset at) =>
        new(Past.Entry(9), "Text", new OccurrenceGiven("Europe/Vienna", At: Moment.At(at)), null, null, [], MarkingGiven.AsCase);

    // Looked for in the facts alone, so that a fault in folding cannot hide it.
    private static void AssertTwoPeople(List<ICaseFact> facts)
    {
        foreach (var (approved, at) in facts.Select((fact, i) => (fact as ClosureApproved, i)).Where(f => f.Item1 is not null))
        {
            var proposed = Assert.IsType<ClosureProposed>(facts.Take(at).Last(f => f is ClosureProposed or ClosureRefused or ClosureWithdrawn or ClosureApproved));
            Assert.NotEqual(proposed.By, approved!.By);
        }
    }

    // What a correction says stood there before is what the fact before it put there.
    private static void AssertOldValuesAreTrue(List<IEntryFact> facts)
    {
        var text = Past.Recorded.Text;
        var occurrence = Past.Recorded.Occurrence;
        foreach (var fact in facts)
        {
            switch (fact)
            {
                case EntryTextCorrected corrected:
                    Assert.Equal(text, corrected.Was);
                    text = corrected.Is;
                    break;
                case EntryOccurrenceCorrected corrected:
                    Assert.Equal(occurrence, corrected.Was);
                    occurrence = corrected.Is;
                    break;
            }
        }
    }
}
