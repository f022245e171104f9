using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace CaseManager.Domain.Kernel;

/// <summary>A due time as it was given: a moment, with the zone it was said in.</summary>
public sealed record DueGiven(string? Zone, Moment At)
{
    /// <summary>How far ahead a due time may lie, in years.</summary>
    public const int Furthest = 10;

    public static readonly Refusal TooEarly = new("due.too-early", "Due times before 1900 are not accepted.");
    public static readonly Refusal TooFar = new("due.too-far", "A due time lies ten years ahead at most.");
    public static readonly Refusal NotAhead = new("due.not-ahead", "The new due time has passed already.");

    private static readonly Instant Earliest = Instant.FromUtc(1900, 1, 1, 0, 0);

    /// <summary>Works out the moment; <paramref name="now"/> is the store's clock. One that has passed is a due time too: what is put on record late was due before.</summary>
    public bool TryResolve(
        DateTimeOffset now, string field, [NotNullWhen(true)] out Due? due, [NotNullWhen(false)] out Refusal? refusal)
    {
        due = null;
        refusal = Kernel.Zone.Check(Zone, $"{field}.zone");
        if (refusal is not null)
            return false;

        refusal = OccurrenceGiven.Resolve(Kernel.Zone.Of(Zone!), At, $"{field}.at", out var at);
        if (refusal is not null)
            return false;
        if (at < Earliest)
            refusal = TooEarly.At($"{field}.at");
        else if (at > Instant.FromDateTimeOffset(now.AddYears(Furthest)))
            refusal = TooFar.At($"{field}.at");
        if (refusal is not null)
            return false;

        due = new Due(OccurrenceGiven.Utc(at), Zone!);
        return true;
    }
}
