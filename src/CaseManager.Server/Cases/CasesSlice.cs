using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Cases;

/// <summary>Cases, their timelines and their tasks.</summary>
public sealed class CasesSlice : ISlice
{
    public IReadOnlyList<Type> Handlers { get; } = [typeof(ClosureReviewDueHandler), typeof(TaskDueHandler)];

    public IReadOnlyList<InboxSource> Inbox { get; } = [CaseInbox.TasksToDo, CaseInbox.ClosuresToDecide];

    public void Store(FactCatalog facts) => facts
        .Map<CaseOpened>("case.opened.v1")
        .Map<CaseTitleAmended>("case.title-amended.v1")
        .Map<CaseSummaryAmended>("case.summary-amended.v1")
        .Map<CasePriorityChanged>("case.priority-changed.v1")
        .Map<CaseLeadChanged>("case.lead-changed.v1")
        .Map<CaseMovedToStage>("case.moved-to-stage.v1")
        .Map<ClosureProposed>("case.closure-proposed.v1")
        .Map<ClosureApproved>("case.closure-approved.v1")
        .Map<ClosureRefused>("case.closure-refused.v1")
        .Map<ClosureWithdrawn>("case.closure-withdrawn.v1")
        .Map<ClosureReviewFellOverdue>("case.closure-review-fell-overdue.v1")
        .Map<CaseReopened>("case.reopened.v1")
        .Map<CaseMarkingChanged>("case.marking-changed.v1")
        .Map<CaseVisited>("case-visit.made.v1")
        .Map<EntryRecorded>("entry.recorded.v1")
        .Map<EntryTextCorrected>("entry.text-corrected.v1")
        .Map<EntryOccurrenceCorrected>("entry.occurrence-corrected.v1")
        .Map<EntrySourceCorrected>("entry.source-corrected.v1")
        .Map<EntryGradeChanged>("entry.grade-changed.v1")
        .Map<EntryTagged>("entry.tagged.v1")
        .Map<EntryUntagged>("entry.untagged.v1")
        .Map<AttachmentReferenced>("entry.attachment-referenced.v1")
        .Map<AttachmentReferenceWithdrawn>("entry.attachment-reference-withdrawn.v1")
        .Map<EntryMarkingChanged>("entry.marking-changed.v1")
        .Map<TaskCreated>("task.created.v1")
        .Map<TaskReassigned>("task.reassigned.v1")
        .Map<TaskRedated>("task.redated.v1")
        .Map<TaskStarted>("task.started.v1")
        .Map<TaskCompleted>("task.completed.v1")
        .Map<TaskCancelled>("task.cancelled.v1")
        .Map<TaskReopened>("task.reopened.v1")
        .Map<TaskReleased>("task.released.v1")
        .Map<TaskFellOverdue>("task.fell-overdue.v1")
        .Map<DutyImposed>("case-duty.imposed.v1")
        .Map<DutyDischarged>("case-duty.discharged.v1")
        .Map<DutiesFoundDischarged>("case-duty.all-found-discharged.v1")
        .Project(CaseRow.Projection)
        .Project(EntryRow.Projection)
        .TellIn(EntryRow.Projection, EntryRow.Telling, "told_of")
        .Project(VisitRow.Projection)
        .Project(TaskRow.Projection)
        .Project(DutyRow.Projection)
        .BriefCases(facts => Fold.Of<CaseFile, ICaseFact>(facts.OfType<ICaseFact>()) is { } file
            ? new CaseBrief(file.Id, file.Number.Text, file.Label, file.MustBeOpen()) { TaskForce = file.TaskForce }
            : null)
        .React<ClosureProposed>((stream, f, _) => new Reaction(new ClosureReviewDue(stream, f.At), f.At + ClosureReview.Period))
        .React<TaskCreated>((stream, f, at) => new Reaction(new TaskDue(stream, f.Due.At, at), f.Due.At))
        .React<TaskRedated>((stream, f, at) => new Reaction(new TaskDue(stream, f.Is.At, at), f.Is.At))
        .React<TaskReopened>((stream, f, at) => new Reaction(new TaskDue(stream, f.Due.At, at), f.Due.At));

    public void Wire(WireModel wire) => wire
        .Node<CaseRow, CaseId>("Case", CaseRow.View, id => id.Value)
        .Node<EntryRow, EntryId>("TimelineEntry", EntryRow.View, id => id.Value)
        .Node<TaskRow, TaskId>("Task", TaskRow.View, id => id.Value)
        .Extend<CaseRow>(typeof(CaseFields))
        .Extend<CaseRow>(typeof(MarkingOf<CaseRow>))
        .Extend<CaseRow>(typeof(TasksOfCase))
        .Extend<TaskRow>(typeof(TaskFields))
        .Extend<TaskRow>(typeof(MarkingOf<TaskRow>))
        .Extend<EntryRow>(typeof(EntryFields))
        .Extend<EntryRow>(typeof(MarkingOf<EntryRow>))
        .Query(typeof(CaseQueries))
        .Query(typeof(TaskQueries))
        .Mutation(typeof(OpenCaseMutation))
        .Mutation(typeof(CaseMutations))
        .Mutation(typeof(ClosureMutations))
        .Mutation(typeof(MarkingMutations))
        .Mutation(typeof(TimelineMutations))
        .Mutation(typeof(TaskMutations))
        .Subscription(typeof(CaseSubscriptions));
}
