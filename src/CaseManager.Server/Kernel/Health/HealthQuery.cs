namespace CaseManager.Server.Kernel.Health;

/// <summary>How the product itself is doing.</summary>
public static class HealthQuery
{
    /// <summary>For registrars, and for those who command or audit a task force; null for others.</summary>
    public static Task<SystemHealth?> Health(Caller caller, HealthReader health, CancellationToken cancel) => health.For(caller, cancel);
}
