namespace CaseManager.Server.Kernel.Postgres;

/// <summary>The PostgreSQL named would lose acknowledged facts or hang on a parted client: the host does not start on it.</summary>
public sealed class UnsafeStoreException(IReadOnlyList<string> problems)
    : Exception("The PostgreSQL named in ConnectionStrings:CaseManager is refused:" + string.Concat(problems.Select(line => $"\n  {line}")))
{
    /// <summary>One line each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
