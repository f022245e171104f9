namespace CaseManager.Server.Kernel.Postgres;

/// <summary>The embedded server cannot run here; the message says what a person can do about it.</summary>
public sealed class PostgresUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
