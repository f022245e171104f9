using System.Data.Common;
using System.Globalization;
using CaseManager.Domain.Kernel;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Facts;

/// <summary>Stored facts as rows of Marten's event table, read without a session.</summary>
internal static class FactRows
{
    public const string Columns =
        "e.stream_id, e.version, e.type, e.data::text, e.timestamp, e.user_name, e.headers ->> 'agency', e.headers ->> 'label', e.headers ->> 'reason'";

    public static StoredFact<IFact> Read(DbDataReader row, FactCatalog catalog) => new(
        catalog.Read(row.GetString(2), row.GetString(3)),
        row.GetGuid(0),
        row.GetInt64(1),
        row.GetFieldValue<DateTimeOffset>(4),
        new OfficerId(Guid.Parse(row.GetString(5))),
        new AgencyId(row.GetString(6)),
        int.Parse(row.GetString(7), CultureInfo.InvariantCulture),
        row.IsDBNull(8) ? null : row.GetString(8));

    public static async Task<StoredFact<IFact>> Read(NpgsqlBinaryExporter row, FactCatalog catalog, CancellationToken cancel)
    {
        var stream = await row.ReadAsync<Guid>(NpgsqlDbType.Uuid, cancel);
        var version = await row.ReadAsync<long>(NpgsqlDbType.Bigint, cancel);
        var type = await row.ReadAsync<string>(NpgsqlDbType.Varchar, cancel);
        var data = await row.ReadAsync<string>(NpgsqlDbType.Text, cancel);
        var at = await row.ReadAsync<DateTime>(NpgsqlDbType.TimestampTz, cancel);
        var user = await row.ReadAsync<string>(NpgsqlDbType.Text, cancel);
        var agency = await row.ReadAsync<string>(NpgsqlDbType.Text, cancel);
        var label = await row.ReadAsync<string>(NpgsqlDbType.Text, cancel);
        string? reason = null;
        if (row.IsNull)
            await row.SkipAsync(cancel);
        else
            reason = await row.ReadAsync<string>(NpgsqlDbType.Text, cancel);
        return new(catalog.Read(type, data), stream, version, new DateTimeOffset(at), new OfficerId(Guid.Parse(user)), new AgencyId(agency),
            int.Parse(label, CultureInfo.InvariantCulture), reason);
    }
}
