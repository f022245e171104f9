using System.Security.Cryptography;
using System.Text;
using CaseManager.Domain.Deconfliction;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Deconfliction;

/// <summary>Something planned that others must not run into, for those who plan it.</summary>
/// <param name="Coordinates">Where; absent when only its targets are compared. Within <paramref name="RadiusMetres"/> of it.</param>
/// <param name="StartsAt">From when; <paramref name="EndsAt"/> up to when.</param>
/// <param name="Zone">IANA name of the zone in which the times were said.</param>
/// <param name="Contact">What the other side of a conflict is told: whom to call.</param>
/// <param name="Note">For its own readers alone.</param>
/// <param name="ComparedAt">When it was last compared with all that others have registered; absent: not yet since it was registered or moved.</param>
/// <param name="Conflicts">How many of these were in conflict with it then.</param>
/// <param name="Ending">Absent: it is still to come, or under way.</param>
public sealed record DeconflictionEventRow(
    DeconflictionEventId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, OfficerId Officer, AgencyId Agency, DeconflictionClass Class,
    DeconflictionUrgency Urgency, Coordinates? Coordinates, int? RadiusMetres, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Zone, Items<Target> Targets,
    string Contact, string? Note, DateTimeOffset RegisteredAt, DateTimeOffset? ComparedAt, int? Conflicts, DeconflictionEnd? Ending, DateTimeOffset? ClosedAt,
    [property: Hidden] int Moves, [property: Hidden] Items<string> Cells, [property: Hidden] Items<string> Tokens) : IRow
{
    public static View<DeconflictionEventRow> View { get; } = new("deconfliction_event")
    {
        Indexes = ["index on (officer, registered_at)", "index on using gin (cells) where closed_at is null", "index on using gin (tokens) where closed_at is null"],
        DefaultOrder = [("startsAt", true)],
    };

    public static Projected<IDeconflictionEventFact, DeconflictionEventRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id.Value;

    private static DeconflictionEventRow Evolve(DeconflictionEventRow? row, StoredFact<IDeconflictionEventFact> stored)
    {
        var next = stored.Fact switch
        {
            DeconflictionEventRegistered e => In(e.Extent, new DeconflictionEventRow(
                new DeconflictionEventId(stored.Stream), 0, 0, default, e.Officer, e.Agency, e.Class, e.Urgency, null, null, default, default, "", [], e.Contact, e.Note,
                stored.RecordedAt, null, null, null, null, 0, [], [])),
            DeconflictionEventMoved e => In(e.Is, row!) with { ComparedAt = null, Conflicts = null, Moves = row!.Moves + 1 },
            DeconflictionEventCompared e => row! with { ComparedAt = stored.RecordedAt, Conflicts = e.Conflicts },
            DeconflictionEventClosed e => row! with { Ending = e.End, ClosedAt = stored.RecordedAt },
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }

    private static DeconflictionEventRow In(EventExtent extent, DeconflictionEventRow row) => row with
    {
        Coordinates = extent.Area?.Centre, RadiusMetres = extent.Area?.RadiusMetres, StartsAt = extent.Window.From, EndsAt = extent.Window.Until,
        Zone = extent.Window.Zone, Targets = extent.Targets, Cells = Grid.Cells(extent), Tokens = [.. extent.Targets.Select(Hashed)],
    };

    // The index is looked in for equal ones alone: it need not hold numbers and names as they are.
    private static string Hashed(Target target) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(target.Token)));
}
