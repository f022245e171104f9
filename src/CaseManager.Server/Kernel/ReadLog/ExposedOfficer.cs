using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>An officer to whom a record was exposed in some time, or who asked for it in vain.</summary>
/// <param name="Officer">Who; <paramref name="Agency"/> of which body.</param>
/// <param name="Times">How often it was given to them; <paramref name="First"/> and <paramref name="Last"/> when. Absent when never.</param>
/// <param name="Could">When they could have read it, as it was or as it had been. Empty: never in that time.</param>
/// <param name="Did">In what way it was given to them.</param>
/// <param name="InVain">How often they asked for it and were given nothing.</param>
public sealed record ExposedOfficer(
    OfficerId Officer, AgencyId Agency, int Times, DateTimeOffset? First, DateTimeOffset? Last, IReadOnlyList<ReadableSpan> Could,
    IReadOnlyList<GivenReads> Did, int InVain);

/// <summary>A time in which an officer could read a record.</summary>
/// <param name="From">First moment; <paramref name="Until"/> first moment no longer. Both lie within the time that was asked about.</param>
/// <param name="Roles">By which roles, on its case, its task force or its operation.</param>
/// <param name="Named">They are named as a reader of it.</param>
/// <param name="Emergency">Only because they opened its case in an emergency.</param>
public sealed record ReadableSpan(DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<Role> Roles, bool Named, bool Emergency);

/// <summary>How often a record was given to an officer in one way.</summary>
public sealed record GivenReads(ReadKind Kind, int Times, DateTimeOffset First, DateTimeOffset Last);

/// <summary>The time asked about is empty, has not begun or is longer than a year; on the wire <c>INVALID_VALUE</c>.</summary>
public sealed class BadPeriodException() : Exception("Arguments 'from' and 'until' name a time of at most 366 days that has begun.");
