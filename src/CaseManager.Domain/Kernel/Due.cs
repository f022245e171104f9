namespace CaseManager.Domain.Kernel;

/// <summary>The moment by which something is to be done, in the zone it was said in.</summary>
/// <param name="At">UTC, whole microseconds.</param>
/// <param name="Zone">IANA name.</param>
public sealed record Due(DateTimeOffset At, string Zone);
