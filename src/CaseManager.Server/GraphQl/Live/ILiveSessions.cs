using CaseManager.Server.Kernel;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>The sockets and event streams that are open on this node.</summary>
public interface ILiveSessions
{
    /// <summary>How many are open.</summary>
    int Count { get; }

    /// <summary>Whose they are, each as often as they have one.</summary>
    IReadOnlyCollection<Caller> Callers { get; }

    /// <summary>Ends the connections of callers whose rights have changed: sockets close with 4403, streams with an error.</summary>
    /// <remarks>Also reaches whoever is being authenticated at this moment, on the strength of the rights of a moment ago.</remarks>
    void End(Func<Caller, bool> whose);
}
