using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Kernel.Health;

/// <summary>How the product itself is doing. Nothing here counts a large table: its figures are the database's estimates.</summary>
/// <param name="Checks">What must hold before requests may come.</param>
/// <param name="Facts">Facts stored, as last estimated.</param>
/// <param name="NewestFactAt">When the newest fact was recorded.</param>
[WireName("Health")]
public sealed record SystemHealth(
    IReadOnlyList<HealthCheck> Checks, IReadOnlyList<ViewHealth> Views, MessageHealth Messages, long Facts, DateTimeOffset? NewestFactAt);

/// <summary>One thing that must hold.</summary>
/// <param name="Name">Such as <c>database</c>, <c>schema</c>, <c>clock</c>, <c>projections</c>.</param>
/// <param name="Problem">What is wrong, in codes and figures; absent when all is well.</param>
public sealed record HealthCheck(string Name, bool Ok, string? Problem);

/// <summary>One of the tables that people read.</summary>
/// <param name="Rows">As last estimated, with what rows were before where that is kept; absent until the database has looked.</param>
/// <param name="BuiltAt">When it was last folded from zero.</param>
/// <param name="Behind">How many of the newest 200 facts it ought to hold and does not; any is a fault.</param>
public sealed record ViewHealth(string Name, long? Rows, DateTimeOffset BuiltAt, int Behind);

/// <summary>What the product has still to do by itself. Of each at most 1,000 are counted.</summary>
/// <param name="Waiting">To be handled now.</param>
/// <param name="Late">Deadlines that have passed more than five seconds ago, and nothing has followed.</param>
/// <param name="Failing">Tried and failed, and to be tried again.</param>
/// <param name="Outgoing">To be handed over.</param>
/// <param name="DeadLetters">Given up: somebody must look at them.</param>
/// <param name="NextAt">When the next deadline passes.</param>
public sealed record MessageHealth(int Waiting, int Late, int Failing, int Outgoing, int DeadLetters, DateTimeOffset? NextAt);
