using CaseManager.Domain.Kernel;
using Npgsql;

namespace CaseManager.Server.Kernel.Rights;

/// <summary>The Cases slice's SQL for the ids of the cases with a number ($1), of one agency ($2) or of all (null).</summary>
public sealed record CaseNumbersQuery(string Sql);

/// <summary>
/// Which cases people call by a number, hidden ones too: for an act that decides itself who may know of them, and for nothing that is shown.
/// </summary>
public sealed class CaseNumbers(NpgsqlDataSource database, CaseNumbersQuery query)
{
    public async Task<IReadOnlyList<Guid>> Of(string number, AgencyId? agency, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(query.Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number });
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = agency?.Code });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var ids = new List<Guid>();
        while (await rows.ReadAsync(cancel))
            ids.Add(rows.GetGuid(0));
        return ids;
    }
}
