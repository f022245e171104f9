using System.Text.Json.Serialization;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.ReadLog;

namespace CaseManager.Server.Kernel.Wire;

/// <summary>The answer to an act: which stream now stands at which version, or why not.</summary>
/// <param name="Id">The stream acted on; null when refused.</param>
/// <param name="Version">Number of facts in the stream after the act.</param>
/// <param name="Refusal">The expected "no".</param>
/// <param name="Stale">With refusal <c>record.stale</c>: what the person had not seen.</param>
public sealed record Acted(Guid? Id, long Version, Refusal? Refusal = null, Staleness? Stale = null)
{
    /// <summary>The record's row as stored, when the rights by which the act was judged let the caller see it; null says nothing: ask.</summary>
    [JsonIgnore]
    public object? Row { get; init; }

    public static implicit operator Acted(Refusal refusal) => new(null, 0, refusal);
}

/// <summary>The version that stands, and what changed since the one the person saw.</summary>
public sealed record Staleness(long Version, IReadOnlyList<Change> Changes)
{
    /// <summary>The record as far as it is shown with that.</summary>
    [JsonIgnore]
    public IReadOnlyList<Seen> Seen { get; init; } = [];
}

/// <summary>One fact as people read it in a history.</summary>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="What">The fact's stored name, such as <c>case.summary-amended.v1</c>.</param>
/// <param name="By">Who did it; <param name="Agency">for whom.</param></param>
/// <param name="Reason">Why, where the act needs a reason.</param>
/// <param name="Fields">What became different, with old and new value.</param>
public sealed record Change(
    long Version, string What, OfficerId By, AgencyId Agency, DateTimeOffset RecordedAt, string? Reason, IReadOnlyList<FieldChange> Fields);

/// <summary>One field of a record before and after a fact, as text; null when it did not or does not exist.</summary>
/// <param name="WasOfficer">Who it was, where the field names an officer; <paramref name="IsOfficer"/> who it is. The texts are then absent.</param>
public sealed record FieldChange(string Field, string? Was, string? Is, OfficerId? WasOfficer = null, OfficerId? IsOfficer = null);
