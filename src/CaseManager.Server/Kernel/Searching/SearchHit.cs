using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Kernel.Searching;

/// <summary>A record that was found.</summary>
/// <param name="Record">What was found.</param>
/// <param name="Excerpt">The passage that was found, in pieces; those that match are marked.</param>
/// <param name="ChangedAt">When the record last changed, by the database's clock.</param>
public sealed record SearchHit(AnyRecord Record, IReadOnlyList<ExcerptPiece> Excerpt, DateTimeOffset ChangedAt);

/// <summary>A piece of an excerpt.</summary>
public sealed record ExcerptPiece(string Text, bool Matches);
