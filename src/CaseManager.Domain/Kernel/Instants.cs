namespace CaseManager.Domain.Kernel;

/// <summary>Instants as the store keeps them.</summary>
public static class Instants
{
    /// <summary>In UTC and whole microseconds: the database keeps no more, and a fact that did would differ from its own row.</summary>
    public static DateTimeOffset Utc(DateTimeOffset at) => at.ToUniversalTime().AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
