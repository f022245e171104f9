using System.Data.Common;
using Weasel.Core;
using Weasel.Storage;

namespace CaseManager.Server.Kernel.Store;

/// <summary>A statement that goes with a session's other changes in their batch.</summary>
internal sealed class SqlOperation(Statement statement) : Marten.Internal.Operations.IStorageOperation
{
    private readonly string[] _parts = statement.Sql.Split('?');

    // No document: Marten must not look for a table of this type.
    public Type DocumentType => typeof(Marten.Storage.StorageFeatures);

    public void ConfigureCommand(Weasel.Postgresql.ICommandBuilder builder, IStorageSession session)
    {
        builder.Append(_parts[0]);
        for (var i = 1; i < _parts.Length; i++)
        {
            var value = statement.Values[i - 1];
            builder.AppendParameter(value.Value!, value.NpgsqlDbType);
            builder.Append(_parts[i]);
        }
    }

    public void ConfigureCommand(Weasel.Core.ICommandBuilder builder, IStorageSession session) =>
        ConfigureCommand((Weasel.Postgresql.ICommandBuilder)builder, session);

    public Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token) => Task.CompletedTask;

    public OperationRole Role() => OperationRole.Other;
}
