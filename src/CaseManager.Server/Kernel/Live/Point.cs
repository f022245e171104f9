namespace CaseManager.Server.Kernel.Live;

/// <summary>
/// Up to where somebody has seen what was recorded: a snapshot of the database's transactions, so that an act that committed later is
/// after it, whatever time it bears.
/// </summary>
/// <param name="Seen">All of this snapshot (PostgreSQL's <c>pg_snapshot</c> as text).</param>
/// <param name="Part">Some rows of one feed that came after it.</param>
/// <param name="Shown">Of a feed that tells one state over and over: which state was told last.</param>
/// <param name="Under">Of an answer, and not of a feed's own points.</param>
internal sealed record Point(string Seen, PointPart? Part = null, string? Shown = null, PointRights? Under = null);

/// <summary>The rights that an answer was given under.</summary>
/// <param name="At">Not after its snapshot was taken.</param>
/// <param name="Until">When time alone changes them.</param>
internal sealed record PointRights(DateTimeOffset At, long Epoch, DateTimeOffset? Until)
{
    public bool HoldFor(long epoch, DateTimeOffset at) => epoch == Epoch && !(Until <= at);
}

/// <summary>Of what is in <paramref name="Upto"/> and was not in the point's snapshot, the rows up to this one in the order of their change.</summary>
/// <param name="About">The record whose feed it was.</param>
internal sealed record PointPart(string Upto, DateTimeOffset ChangedAt, Guid Row, Guid About);

/// <summary>It cannot be told any more what came after the point; on the wire <c>POINT_TOO_OLD</c>.</summary>
public sealed class PointTooOldException() : Exception("What came after this point is not told one by one any more: ask anew, and follow from there.");
