using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Access;

/// <summary>Opening a case for reading in an emergency, and what follows (ADR 0019).</summary>
public static class EmergencyMutations
{
    private const int LongestNumber = 40;
    private const int LongestAgency = 12;

    /// <summary>
    /// Opens a case for reading, against all that restricts it, for up to four hours. For supervisors and team commanders of the task force
    /// under which it is worked, or of any for a case of their own agency; to all others it is not there, whether it is or not. All who
    /// oversee that task force are told at once, and it must be reviewed by one of them. It allows no act.
    /// </summary>
    [Returns<EmergencyRow>("emergencyAccess")]
    public static async Task<Acted> BreakGlass(
        BreakGlassInput input, Intent intent, Ledger ledger, CaseNumbers numbers, Overseers overseers, CancellationToken cancel)
    {
        var field = input.Case is null ? "number" : "case";
        // Before anything is looked for, so that it says nothing of what is there.
        var badInput = (input.Case is null ? Text.Check(input.Number, LongestNumber, "number") : Text.CheckOptional(input.Number, LongestNumber, "number"))
            ?? Text.CheckOptional(input.Agency?.Code, LongestAgency, "agency")
            ?? Domain.Access.BreakGlass.Check(input.Reason, input.Minutes);
        if (badInput is not null)
            return badInput;
        var (officer, id) = (intent.Caller.Officer, new EmergencyId(Guid.NewGuid()));
        var told = await overseers.Beside(officer, cancel);
        var named = input.Case is { } known ? [known.Value] : await numbers.Of(input.Number!.Trim(), input.Agency, cancel);
        var acted = await ledger.Act(intent, new Undertaking(id.Value, null, named, [], ground => Opened(ground, input, id, field, named, told))
        {
            Affects = [officer],
        }, cancel);
        return acted.Refusal == Domain.Access.BreakGlass.NotReviewed ? acted.Refusal.At(field) : acted;
    }

    /// <summary>Ends emergency access before its time: one's own, or with a reason somebody's in a task force that one oversees.</summary>
    [Returns<EmergencyRow>("emergencyAccess")]
    public static Task<Acted> GiveBackEmergencyAccess(GiveBackEmergencyAccessInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        // Whose another's is, is known once it is read: their epoch is then raised without having been held, and waits its turn.
        ledger.Act(intent, new Undertaking(input.EmergencyAccess.Value, null, [], [], ground =>
            OnEmergency(ground, input.EmergencyAccess, ofOwn: true, (emergency, by) =>
                Domain.Access.GiveBackEmergencyAccess.Decide(by, new GiveBackEmergencyAccess(input.Reason), emergency), input.Reason))
        {
            Affects = [intent.Caller.Officer],
        }, cancel);

    /// <summary>Judges an emergency access once it is over, once and for good. Overseers of its task force only, and never one's own.</summary>
    [Returns<EmergencyRow>("emergencyAccess")]
    public static Task<Acted> ReviewEmergencyAccess(ReviewEmergencyAccessInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        ledger.Act(intent, new Undertaking(input.EmergencyAccess.Value, null, [], [], ground =>
            OnEmergency(ground, input.EmergencyAccess, ofOwn: false, (emergency, by) =>
                Domain.Access.ReviewEmergencyAccess.Decide(by, new ReviewEmergencyAccess(input.Verdict, input.Note), emergency), input.Note)), cancel);

    private static Deed Opened(Grounds ground, BreakGlassInput input, EmergencyId id, string field, IReadOnlyList<Guid> named, ILookup<TaskForceId, OfficerId> told)
    {
        var open = named.Select(ground.Case).OfType<CaseBrief>()
            .Select(file => (file.Id, Force: AccessLaw.MayBreakGlass(ground.Rights!, file.Label.Originator, file.TaskForce, ground.By.At)))
            .Where(file => file.Force is not null).ToList();
        if (open is not [(var onCase, { } force), .. var others])
            return Refusal.Unknown.At(field);
        if (others.Count > 0)
            return Domain.Access.BreakGlass.SeveralCases.At("agency");

        OfficerId[] overseers = [.. told[force]];
        var command = new BreakGlass(id, onCase, force, input.Reason, input.Minutes);
        return Deed.Of(
            id.Value, Domain.Access.BreakGlass.Decide(ground.By, command, overseers),
            EmergencyAccess.LabelOf(ground.By.Agency, force, ground.By.Officer, overseers), input.Reason);
    }

    private static Deed OnEmergency(
        Grounds ground, EmergencyId id, bool ofOwn, Func<EmergencyAccess, Acting, Decision<IEmergencyFact>> decide, string? reason)
    {
        if (ground.Unknown(id.Value) is { } unknown)
            return unknown;
        var emergency = ground.State<EmergencyAccess, IEmergencyFact>(id.Value)!;
        if (!(ofOwn && emergency.Officer == ground.By.Officer) && ground.Forbids(id.Value, Permission.ReadLog) is { } no)
            return no;
        return Deed.Of(id.Value, decide(emergency, ground.By), ground.LabelOf(id.Value)!, reason);
    }
}

/// <param name="Case">The case by its id.</param>
/// <param name="Number">As people say it, such as <c>NG-2026-014</c>; not looked at when the id is given.</param>
/// <param name="Agency">Which agency's, where several have a case of that number.</param>
/// <param name="Minutes">How long, from now: 1 to 240.</param>
public sealed record BreakGlassInput(CaseId? Case, string? Number, AgencyId? Agency, string Reason, int Minutes);

/// <param name="Reason">Needed from whoever ends another's.</param>
public sealed record GiveBackEmergencyAccessInput(EmergencyId EmergencyAccess, string? Reason);

/// <param name="Note">What was found, in words.</param>
public sealed record ReviewEmergencyAccessInput(EmergencyId EmergencyAccess, EmergencyVerdict Verdict, string Note);
