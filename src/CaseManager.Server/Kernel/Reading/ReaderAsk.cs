using CaseManager.Server.Kernel.Rights;
using Npgsql;

namespace CaseManager.Server.Kernel.Reading;

/// <summary>For kernel questions over several views: asked in the request's own transaction, under its labels.</summary>
public sealed partial class Reader
{
    /// <summary>The rights of the request's snapshot; there are none before the first question.</summary>
    internal Standing Standing => _session.Standing;

    internal Task<T> Ask<T>(Sql question, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancel) =>
        _session.Ask(question.Command(), read, cancel);
}
