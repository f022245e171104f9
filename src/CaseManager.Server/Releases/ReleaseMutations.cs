using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Releases;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Releases;

/// <summary>Asking an originator before its information is passed on, and answering.</summary>
public static class ReleaseMutations
{
    /// <summary>Asks the originator of a case that carries H2 whether another agency may be let in.</summary>
    [Returns<ReleaseRow>("release")]
    public static Task<Acted> AskForRelease(AskForReleaseInput input, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var (id, to) = (ReleaseIds.Of(input.Case, input.To), NameId.For("agency", input.To.Code));
        return ledger.Act(intent, new Undertaking(id, null, [to], [input.Case.Value], ground =>
        {
            if (ground.Forbids(input.Case.Value, Permission.RecordEntry) is { } no)
                return no;
            if (ground.Version(to) == 0)
                return Refusal.Unknown.At("to");
            return Deed.Of(id, Domain.Releases.AskForRelease.Decide(
                ground.By, new AskForRelease(input.To, input.Purpose, input.Due.ToUniversalTime()), ground.Case(input.Case.Value)!, State(ground, id)),
                ground.LabelOf(input.Case.Value)!);
        }), cancel);
    }

    /// <summary>Lets the agency in: roles on the case may then be given to its officers.</summary>
    [Returns<ReleaseRow>("release")]
    public static Task<Acted> ApproveRelease(ApproveReleaseInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        Answer(input.Release, input.Version, intent, ledger, null, (release, by) => Domain.Releases.ApproveRelease.Decide(by, new ApproveRelease(input.Conditions), release), cancel);

    /// <summary>Says no.</summary>
    [Returns<ReleaseRow>("release")]
    public static Task<Acted> RefuseRelease(RefuseReleaseInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        Answer(input.Release, input.Version, intent, ledger, input.Reason, (release, by) => Domain.Releases.RefuseRelease.Decide(by, new RefuseRelease(input.Reason), release), cancel);

    /// <summary>
    /// Takes an approval back: the roles that officers of the agency hold on the case end with it, and every one of them who has read of the case
    /// since is told.
    /// </summary>
    [Returns<ReleaseRow>("release")]
    public static async Task<Acted> RevokeRelease(
        RevokeReleaseInput input, Intent intent, Ledger ledger, IReader reader, ReachedReaders reached, PastReading past, CancellationToken cancel)
    {
        if (await reader.Load<ReleaseRow>(input.Release.Value).Get(cancel) is not { } row)
            return Refusal.Unknown;
        var readers = row.Status == ReleaseStatus.Approved ? await reached.Of(row.Case, row.To, row.AnsweredAt!.Value, cancel) : [];
        var holders = row.Status == ReleaseStatus.Approved ? await past.HeldOn(row.Case, row.To, cancel) : [];
        return await ledger.Act(intent, new Undertaking(input.Release.Value, input.Version, [.. holders.Select(officer => RolesOf(row.Case, officer))], [], ground =>
        {
            if (ground.Forbids(input.Release.Value, Permission.LowerMarking) is { } no)
                return no;
            var release = State(ground, input.Release.Value)!;
            var decided = Domain.Releases.RevokeRelease.Decide(ground.By, new RevokeRelease(input.Reason), release);
            var deed = Deed.Of(input.Release.Value, decided, ground.LabelOf(input.Release.Value)!, input.Reason);
            if (decided.Facts.Count == 0)
                return deed;
            deed = readers.Aggregate(deed, (all, officer) => Tell(all, ground, input, release, officer));
            return holders.Aggregate(deed, (all, officer) => EndRoles(all, ground, RolesOf(row.Case, officer), input.Reason));
        }) { Alone = [row.Case.Value], Affects = holders }, cancel);
    }

    /// <summary>Says that one has read that a release was taken back.</summary>
    [Returns<RevocationNoticeRow>("notice")]
    public static Task<Acted> AcknowledgeRevocation(AcknowledgeRevocationInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        ledger.Act(intent, new Undertaking(input.Notice.Value, null, [], [], ground =>
            ground.Unknown(input.Notice.Value) is { } unknown
                ? unknown
                : Deed.Of(input.Notice.Value, Domain.Releases.AcknowledgeRevocation.Decide(
                    ground.By, ground.State<RevocationNotice, IRevocationFact>(input.Notice.Value)!), ground.LabelOf(input.Notice.Value)!)), cancel);

    private static Task<Acted> Answer(
        ReleaseId id, long seen, Intent intent, Ledger ledger, string? reason, Func<Release, Acting, Decision<IReleaseFact>> decide, CancellationToken cancel) =>
        ledger.Transact(intent, id.Value, seen, Permission.LowerMarking, decide, cancel, reason);

    private static Deed Tell(Deed deed, Grounds ground, RevokeReleaseInput input, Release release, OfficerId officer)
    {
        var told = new RevocationTold(
            input.Release.Value, release.Round, release.Case, ground.Case(release.Case.Value)!.Number, release.Originator, officer, ground.By.Officer, input.Reason);
        return deed.And(RevocationNoticeId.Of(input.Release, release.Round, officer).Value, Decision<IRevocationFact>.Accept(told), RevocationNotice.LabelOf(told), input.Reason);
    }

    // Who opened the case in an emergency holds no role on it.
    private static Deed EndRoles(Deed deed, Grounds ground, Guid roles, string reason) =>
        ground.State<Grant, IGrantFact>(roles) is { } grant ? deed.And(roles, WithdrawGrant.All(ground.By, grant, reason), ground.LabelOf(roles)!, reason) : deed;

    private static Guid RolesOf(CaseId onCase, OfficerId officer) => GrantIds.Of(Scope.Of(onCase), officer);

    private static Release? State(Grounds ground, Guid id) => ground.State<Release, IReleaseFact>(id);
}

/// <param name="To">The agency that shall be let in.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Due">By when the answer is needed; unanswered, the question lapses then.</param>
public sealed record AskForReleaseInput(CaseId Case, AgencyId To, string Purpose, DateTimeOffset Due);

/// <param name="Version">The version the person saw.</param>
/// <param name="Conditions">What those let in must keep to.</param>
public sealed record ApproveReleaseInput(ReleaseId Release, long Version, string? Conditions);

/// <param name="Version">The version the person saw.</param>
public sealed record RefuseReleaseInput(ReleaseId Release, long Version, string Reason);

/// <param name="Version">The version the person saw.</param>
public sealed record RevokeReleaseInput(ReleaseId Release, long Version, string Reason);

public sealed record AcknowledgeRevocationInput(RevocationNoticeId Notice);
