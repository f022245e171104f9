using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>That somebody was shown a record, or asked for one in vain.</summary>
/// <param name="At">When, by the database's clock, just before the answer left.</param>
/// <param name="Officer">Who; <paramref name="Agency"/> for whom.</param>
/// <param name="Type">Of which type the record is, by its name in this schema; absent when it was not asked for by an id.</param>
/// <param name="Record">What was read; absent when it is not there, or not the caller's to see.</param>
/// <param name="OfLog">It was this log that was read, about that record or officer, and not the record.</param>
/// <param name="Times">How many look-ups in vain, where they name no record; otherwise 1.</param>
/// <param name="Emergency">By which emergency alone it was read, or null.</param>
/// <param name="Operation">The name of the client's operation.</param>
/// <param name="Document">SHA-256 of the client's document, lower-case hex.</param>
public sealed record ReadLogEntry(
    DateTimeOffset At, OfficerId Officer, AgencyId Agency, ReadKind Kind, ReadDecision Decision, string? Type, AnyRecord? Record, bool OfLog, int Times, EmergencyId? Emergency,
    string? Operation, string? Document);
