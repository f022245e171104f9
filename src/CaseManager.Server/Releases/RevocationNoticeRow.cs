using System.Globalization;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Releases;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Releases;

/// <summary>What one officer is told when a release was taken back.</summary>
public readonly record struct RevocationNoticeId(Guid Value) : IId<RevocationNoticeId>
{
    public static RevocationNoticeId Of(Guid value) => new(value);

    public static RevocationNoticeId Of(ReleaseId release, int round, OfficerId officer) =>
        new(NameId.For("revocation", string.Create(CultureInfo.InvariantCulture, $"{release.Value:N}|{round}|{officer.Value:N}")));
}

/// <summary>That what an officer has read is no longer released to their agency. For that officer, and for who took it back.</summary>
/// <param name="Number">The case's, as people say it.</param>
/// <param name="Officer">Who has read it while it was released.</param>
/// <param name="By">Who took the release back, for <paramref name="Originator"/>.</param>
/// <param name="AcknowledgedAt">When the officer said to have read this; absent: not yet.</param>
public sealed record RevocationNoticeRow(
    RevocationNoticeId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, ReleaseId Release, string Number, AgencyId Originator,
    OfficerId Officer, OfficerId By, string Reason, DateTimeOffset ToldAt, DateTimeOffset? AcknowledgedAt) : IRow
{
    public static View<RevocationNoticeRow> View { get; } = new("revocation_notice")
    {
        Indexes = ["index on (release)", "index on (officer)"],
        DefaultOrder = [("toldAt", true)],
    };

    public static Projected<IRevocationFact, RevocationNoticeRow> Projection { get; } = new(View, Evolve);

    /// <summary>Notices one has not acknowledged.</summary>
    internal static readonly InboxSource ToAcknowledge = new("release.revoked", View, (rights, _) => new Condition.And(
    [
        new Condition.Test(View["officer"], Operator.Eq, rights.Officer),
        new Condition.Test(View["acknowledgedAt"], Operator.Eq, null),
    ]))
    {
        Since = View["toldAt"],
    };

    [Hidden]
    public Guid Key => Id.Value;

    private static RevocationNoticeRow Evolve(RevocationNoticeRow? row, StoredFact<IRevocationFact> stored)
    {
        var next = stored.Fact switch
        {
            RevocationTold e => new RevocationNoticeRow(
                new RevocationNoticeId(stored.Stream), 0, 0, default, new ReleaseId(e.Release), e.Number, e.Originator, e.Officer, e.By, e.Reason, stored.RecordedAt, null),
            RevocationAcknowledged => row! with { AcknowledgedAt = stored.RecordedAt },
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }
}
