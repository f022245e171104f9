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
        "e.stream_id, e.version, e.type, e.data::text, e.timestamp, e.user_name, e.headers ->> 'agency', e.headers ->> 'label', e.headers ->> 'reason', "
        + Store.RelabelledTable.OfFact;

    public static StoredFact<IFact> Read(DbDataReader row, FactCatalog catalog) => new StoredFact<IFact>(
        catalog.Read(row.GetString(2), row.GetString(3)),
        row.GetGuid(0),
        row.GetInt64(1),
        row.GetFieldValue<DateTimeOffset>(4),
        new OfficerId(Guid.Parse(row.GetString(5))),
        new AgencyId(row.GetString(6)),
        int.Parse(row.GetString(7), CultureInfo.InvariantCulture),
        row.IsDBNull(8) ? null : row.GetString(8)).Now(row.IsDBNull(9) ? null : row.GetString(9));

    /// <summary>The row that was begun. Its columns are in the driver's buffer as a rule, so that waiting for each by itself would only cost.</summary>
    public static StoredFact<IFact> Read(NpgsqlBinaryExporter row, FactCatalog catalog)
    {
        var stream = row.Read<Guid>(NpgsqlDbType.Uuid);
        var version = row.Read<long>(NpgsqlDbType.Bigint);
        var type = row.Read<string>(NpgsqlDbType.Varchar);
        var fact = catalog.Read(type, row.Read<byte[]>(NpgsqlDbType.Text));
        var at = row.Read<DateTime>(NpgsqlDbType.TimestampTz);
        var user = row.Read<string>(NpgsqlDbType.Text);
        var agency = row.Read<string>(NpgsqlDbType.Text);
        var label = row.Read<string>(NpgsqlDbType.Text);
        return new StoredFact<IFact>(fact, stream, version, new DateTimeOffset(at), new OfficerId(Guid.Parse(user)), new AgencyId(agency),
            int.Parse(label, CultureInfo.InvariantCulture), Optional(row)).Now(Optional(row));
    }

    private static string? Optional(NpgsqlBinaryExporter row)
    {
        if (!row.IsNull)
            return row.Read<string>(NpgsqlDbType.Text);
        row.Skip();
        return null;
    }
}
