using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Access;

/// <summary>Agencies, officers, task forces and grants, who opens what in an emergency, and who looks for what is not theirs.</summary>
public sealed class AccessSlice : ISlice
{
    public IReadOnlyList<Type> Handlers { get; } = [typeof(GrantEndsHandler), typeof(EmergencyReviewDueHandler)];

    public IReadOnlyList<InboxSource> Inbox { get; } = [ProbingRow.ToLookInto, EmergencyRow.ToReview];

    public void Store(FactCatalog facts) => facts
        .Map<AgencyRegistered>("agency.registered.v1")
        .Map<OfficerRegistered>("officer.registered.v1")
        .Map<OfficerNameCorrected>("officer.name-corrected.v1")
        .Map<OfficerLanguageChosen>("officer.language-chosen.v1")
        .Map<OfficerDeparted>("officer.departed.v1")
        .Map<TaskForceEstablished>("task-force.established.v1")
        .Map<AgencyJoinedTaskForce>("task-force.agency-joined.v1")
        .Map<AgencyLeftTaskForce>("task-force.agency-left.v1")
        .Map<CompartmentEstablished>("compartment.established.v1")
        .Map<GrantGiven>("grant.given.v1")
        .Map<GrantWithdrawn>("grant.withdrawn.v1")
        .Map<GrantExpired>("grant.expired.v1")
        .Map<GlassBroken>("emergency-access.glass-broken.v1")
        .Map<GlassMended>("emergency-access.ended.v1")
        .Map<GlassReviewed>("emergency-access.reviewed.v1")
        .Map<GlassReviewFellOverdue>("emergency-access.review-fell-overdue.v1")
        .Map<ProbingNoticed>("probing.noticed.v1")
        .Project(AgencyRow.Projection)
        .Project(OfficerRow.Projection)
        .Project(TaskForceRow.Projection)
        .Project(CompartmentRow.Projection)
        .Project(GrantRow.Projection)
        .Project(EmergencyRow.Projection)
        .Project(ProbingRow.Projection)
        .ChangesRights<OfficerRegistered>(f => f.Officer)
        .ChangesRightsOfStream<OfficerDeparted>()
        .ChangesRightsOfMany<AgencyJoinedTaskForce>(GrantRow.OfAgency, (stream, f) => [f.Agency.Code, stream])
        .ChangesRightsOfMany<AgencyLeftTaskForce>(GrantRow.OfAgency, (stream, f) => [f.Agency.Code, stream])
        .ChangesRights<GrantGiven>(f => f.Officer)
        .ChangesRights<GrantWithdrawn>(f => f.Officer)
        .ChangesRights<GrantExpired>(f => f.Officer)
        .ChangesRights<GlassBroken>(f => f.Officer)
        .ChangesRights<GlassMended>(f => f.Officer)
        .React<GrantGiven>((stream, f, _) => f.Until is { } until ? new Reaction(new GrantEnds(stream, f.Role, until), until) : null)
        .React<GlassBroken>((stream, f, _) => new Reaction(
            new EmergencyReviewDue(stream, f.Officer, f.Agency, f.TaskForce, f.From + EmergencyReview.Period), f.From + EmergencyReview.Period));

    public void Wire(WireModel wire) => wire
        .Node<AgencyRow, AgencyId>("Agency", AgencyRow.View, AgencyRow.KeyOf)
        .Node<OfficerRow, OfficerId>("Officer", OfficerRow.View, id => id.Value)
        .Node<TaskForceRow, TaskForceId>("TaskForce", TaskForceRow.View, id => id.Value)
        .Node<CompartmentRow, CompartmentId>("Compartment", CompartmentRow.View, id => id.Value)
        .Node<GrantRow, GrantId>("Grant", GrantRow.View, id => id.Value)
        .Node<EmergencyRow, EmergencyId>("EmergencyAccess", EmergencyRow.View, id => id.Value)
        .Node<ProbingRow, ProbingId>("ProbingNotice", ProbingRow.View, id => id.Value)
        .Extend<AgencyRow>(typeof(AccessFields.OfAgency))
        .Extend<OfficerRow>(typeof(AccessFields.OfOfficer))
        .Extend<TaskForceRow>(typeof(AccessFields.OfTaskForce))
        .Extend<CompartmentRow>(typeof(AccessFields.OfCompartment))
        .Extend<GrantRow>(typeof(AccessFields.OfGrant))
        .Extend<EmergencyRow>(typeof(EmergencyFields))
        .ExtendById<CaseId>(typeof(TeamOfCase))
        .ExtendById<CaseId>(typeof(EmergencyOfCase))
        .ExtendById<OperationId>(typeof(TeamOfOperation))
        .Query(typeof(AccessQueries))
        .Query(typeof(EmergencyQueries))
        .Mutation(typeof(DirectoryMutations))
        .Mutation(typeof(TaskForceMutations))
        .Mutation(typeof(GrantMutations))
        .Mutation(typeof(CompartmentMutations))
        .Mutation(typeof(EmergencyMutations));
}
