using System.Data.Common;
using Npgsql;
using Weasel.Core;
using Weasel.Storage;

namespace CaseManager.Server.Kernel.Store;

/// <summary>A statement that goes with a session's other changes in their batch; each <c>?</c> takes the next value.</summary>
internal sealed class SqlOperation(string sql, IReadOnlyList<object?> values) : Marten.Internal.Operations.IStorageOperation
{
    private readonly string[] _parts = sql.Split('?');

    // No document: Marten must not look for a table of this type.
    public Type DocumentType => typeof(Marten.Storage.StorageFeatures);

    public void ConfigureCommand(Weasel.Postgresql.ICommandBuilder builder, IStorageSession session)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            builder.Append(_parts[i]);
            if (i == _parts.Length - 1)
                break;
            if (values[i] is NpgsqlParameter typed)
                builder.AppendParameter(typed.Value!, typed.NpgsqlDbType);
            else
                builder.AppendParameter(values[i]!);
        }
    }

    public void ConfigureCommand(Weasel.Core.ICommandBuilder builder, IStorageSession session) =>
        ConfigureCommand((Weasel.Postgresql.ICommandBuilder)builder, session);

    public Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token) => Task.CompletedTask;

    public OperationRole Role() => OperationRole.Other;
}
