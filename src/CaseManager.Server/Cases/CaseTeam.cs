using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Cases;

/// <summary>Who works a case: each officer's grant on it is a stream of its own.</summary>
internal static class CaseTeam
{
    private const string OnOpening = "Opening of the case";
    private static readonly Refusal NotOnCase = new("case.officer-not-on-case", "The officer holds no role on this case.");

    public static Guid GrantOf(CaseId of, OfficerId officer) => GrantIds.Of(Scope.Of(of), officer);

    /// <summary>At the opening of a case its team is named by whoever opens it; what the product itself appoints needs no role of the opener.</summary>
    public static Decision<IGrantFact> Appoint(Grounds ground, CaseId id, TeamMemberInput member, TaskForce? force)
    {
        if (ground.State<Officer, IOfficerFact>(member.Officer.Value) is not { } recipient)
            return Refusal.Unknown.At("team");
        var product = Acting.System(ground.By.At);
        var appointment = new Appointment(new Rights(product.Officer, product.Agency, true, []), recipient, null, force?.Id);
        return GiveGrant.Decide(product, new GiveGrant(Scope.Of(id), member.Officer, member.Role, ground.By.At, null, OnOpening), appointment, null);
    }

    /// <summary>Null when the officer holds a role on the case now.</summary>
    public static Refusal? MustServe(Grounds ground, CaseId id, OfficerId officer, string field) =>
        RolesOf(ground, id, officer).Any() ? null : NotOnCase.At(field);

    /// <summary>What the officer holds on the case now; the officer's grant on it must be among the streams read.</summary>
    public static IEnumerable<Role> RolesOf(Grounds ground, CaseId id, OfficerId officer) =>
        ground.State<Grant, IGrantFact>(GrantOf(id, officer)) is { } grant
            ? grant.Periods.Where(p => p.HoldsAt(ground.By.At)).Select(p => p.Role)
            : [];
}
