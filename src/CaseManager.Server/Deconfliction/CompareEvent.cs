namespace CaseManager.Server.Deconfliction;

/// <summary>An event was registered, moved or closed: it is compared with all others.</summary>
public sealed record CompareEvent(Guid Event);

/// <summary>However often it comes, each conflict is told of once.</summary>
public static class CompareEventHandler
{
    public static Task Handle(CompareEvent message, Comparison comparison, CancellationToken cancel) => comparison.Run(message.Event, cancel);
}
