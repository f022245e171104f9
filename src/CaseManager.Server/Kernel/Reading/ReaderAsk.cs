using Npgsql;

namespace CaseManager.Server.Kernel.Reading;

/// <summary>For kernel questions over several views: asked in the request's own transaction, under its labels.</summary>
public sealed partial class Reader
{
    internal Task<T> Ask<T>(Sql question, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancel) =>
        _session.Ask(question.Command(), read, cancel);
}
