namespace CaseManager.Server.Hosting;

/// <summary>One thing that must hold before requests may come. Registered by whoever knows it.</summary>
public interface IReadinessCheck
{
    /// <summary>A short stable name: <c>database</c>, <c>schema</c>, <c>clock</c>, <c>projections</c>.</summary>
    string Name { get; }

    /// <summary>
    /// What is wrong, for the log (codes and figures, no content); null when all is well. May throw: that counts as a problem.
    /// </summary>
    Task<string?> Problem(CancellationToken cancel);
}
