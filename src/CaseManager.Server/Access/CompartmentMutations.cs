using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Access;

/// <summary>Setting up compartments, and reading officers into them.</summary>
public static class CompartmentMutations
{
    private const string OnEstablishing = "Establishment of the compartment";

    /// <summary>Sets up a compartment of the caller's agency, who becomes its control officer and is at first alone in it.</summary>
    [Returns<CompartmentRow>("compartment")]
    public static Task<Acted> EstablishCompartment(EstablishCompartmentInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var id = new CompartmentId(Guid.NewGuid());
        var officer = intent.Caller.Officer;
        return ledger.Act(intent, new Undertaking(id.Value, null, [officer.Value], [], ground =>
        {
            if (ground.Rights is not { Registered: true } || ground.State<Officer, IOfficerFact>(officer.Value) is not { } founder)
                return Grounds.NotPermitted;
            var label = Compartment.LabelOf(id, ground.By.Agency);
            return Deed.Of(id.Value, Domain.Access.EstablishCompartment.Decide(ground.By, new EstablishCompartment(id, input.Name)), label)
                .And(GrantIds.Of(Scope.Of(id), officer), Appointed(ground.By, id, founder), label);
        }) { Affects = [officer] }, cancel);
    }

    /// <summary>Reads an officer into a compartment. Control officers only.</summary>
    [Returns<GrantRow>("grant")]
    public static Task<Acted> ReadIntoCompartment(ReadIntoCompartmentInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var scope = Scope.Of(input.Compartment);
        var command = new GiveGrant(scope, input.Officer, input.Role ?? Role.Insider, input.From, input.Until, input.Reason);
        return GrantMutations.OnGrant(scope, input.Officer, null, intent, ledger, input.Reason, (ground, appointment, grant) =>
            GiveGrant.Decide(ground.By, command, appointment, grant), cancel);
    }

    /// <summary>Ends an officer's role in a compartment, or one's own.</summary>
    [Returns<GrantRow>("grant")]
    public static Task<Acted> ReadOutOfCompartment(ReadOutOfCompartmentInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var command = new WithdrawGrant(input.Role ?? Role.Insider, input.From, input.Reason);
        return GrantMutations.OnGrant(Scope.Of(input.Compartment), input.Officer, null, intent, ledger, input.Reason, (ground, appointment, grant) =>
            grant is null ? WithdrawGrant.NotHeld.At("role") : WithdrawGrant.Decide(ground.By, command, appointment, grant), cancel);
    }

    private static Decision<IGrantFact> Appointed(Acting by, CompartmentId id, Officer founder)
    {
        var product = Acting.System(by.At);
        var appointment = new Appointment(new Rights(product.Officer, product.Agency, true, []), founder, null);
        return GiveGrant.Decide(product, new GiveGrant(Scope.Of(id), founder.Id, Role.ControlOfficer, by.At, null, OnEstablishing), appointment, null);
    }
}

/// <param name="Name">Should tell nothing of what stands in it.</param>
public sealed record EstablishCompartmentInput(string Name);

/// <param name="Role"><c>INSIDER</c> when absent, or <c>CONTROL_OFFICER</c>.</param>
/// <param name="From">First moment it holds; now when absent.</param>
/// <param name="Until">First moment it no longer holds; for good when absent.</param>
public sealed record ReadIntoCompartmentInput(CompartmentId Compartment, OfficerId Officer, Role? Role, DateTimeOffset? From, DateTimeOffset? Until, string Reason);

/// <param name="Role"><c>INSIDER</c> when absent.</param>
/// <param name="From">First moment it no longer holds; now when absent.</param>
public sealed record ReadOutOfCompartmentInput(CompartmentId Compartment, OfficerId Officer, Role? Role, DateTimeOffset? From, string Reason);
