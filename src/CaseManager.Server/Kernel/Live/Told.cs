using CaseManager.Server.Kernel.ReadLog;

namespace CaseManager.Server.Kernel.Live;

/// <summary>One event of a subscription, and the point up to which its listener has heard with it.</summary>
/// <param name="Point">Sealed; goes beside the answer as <c>extensions.point</c>, and as the event's id in an event stream.</param>
public sealed record Told<T>(T What, string Point) : ITold
{
    /// <summary>The rows in it.</summary>
    public IReadOnlyList<Seen> Seen { get; init; } = [];

    object? ITold.What => What;
}

/// <summary>An event as the engine handles it.</summary>
public interface ITold
{
    object? What { get; }
    string Point { get; }
    IReadOnlyList<Seen> Seen { get; }
}
