using System.Globalization;
using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Kernel.Facts;

/// <summary>A fact with what the store knows of it.</summary>
/// <param name="Stream">The record it belongs to.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="RecordedAt">The database's clock, rising within a stream.</param>
/// <param name="By">The officer who acted, <paramref name="Agency"/> the agency acted for.</param>
/// <param name="Label">Interned number of the label that decides who may read it: the record's own by now, where that was changed.</param>
/// <param name="Reason">Why, where the act needs a reason.</param>
public sealed record StoredFact<TFact>(
    TFact Fact, Guid Stream, long Version, DateTimeOffset RecordedAt, OfficerId By, AgencyId Agency, int Label, string? Reason)
{
    /// <summary>The strictest marking of its record, where the label was changed after the record was made: what its rows show.</summary>
    public Tlp? Marked { get; init; }

    /// <summary>The same under the label that its record was put under, given as number and marking; null when it was not.</summary>
    internal StoredFact<TFact> Now(string? relabelled) => relabelled?.Split(' ') is [var number, var tlp]
        ? this with { Label = int.Parse(number, CultureInfo.InvariantCulture), Marked = Enum.Parse<Tlp>(tlp) }
        : this;

    /// <summary>The same, its fact known as one of the kind.</summary>
    public StoredFact<T> As<T>() where T : TFact => new((T)Fact!, Stream, Version, RecordedAt, By, Agency, Label, Reason) { Marked = Marked };
}

/// <summary>Names of the headers that stand on every append.</summary>
public static class FactHeaders
{
    public const string Agency = "agency";
    public const string Label = "label";
    public const string Reason = "reason";
    public const string Mandate = "mandate";
    public const string Command = "command";
}
