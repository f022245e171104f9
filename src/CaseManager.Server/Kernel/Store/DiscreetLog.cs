using Marten;
using Marten.Services;
using Npgsql;

namespace CaseManager.Server.Kernel.Store;

/// <summary>Marten's log without statements and values: a command holds what people wrote. Only the database's code goes out.</summary>
internal sealed class DiscreetLog(ILogger log) : IMartenLogger, IMartenSessionLogger
{
    public IMartenSessionLogger StartSession(IQuerySession session) => this;

    public void SchemaChange(string sql) => log.LogInformation("Schema changed");

    public void LogFailure(NpgsqlCommand command, Exception ex) => Failed(ex);

    public void LogFailure(NpgsqlBatch batch, Exception ex) => Failed(ex);

    public void LogFailure(Exception ex, string message) => Failed(ex);

    public void LogSuccess(NpgsqlCommand command)
    {
    }

    public void LogSuccess(NpgsqlBatch batch)
    {
    }

    public void RecordSavedChanges(IDocumentSession session, IChangeSet commit)
    {
    }

    public void OnBeforeExecute(NpgsqlCommand command)
    {
    }

    public void OnBeforeExecute(NpgsqlBatch batch)
    {
    }

    // A collision between two acts is daily life and settled by another try.
    private void Failed(Exception fault) =>
        log.LogDebug("Statement failed: {Fault} {SqlState}", fault.GetType().Name, (fault as PostgresException)?.SqlState);
}
