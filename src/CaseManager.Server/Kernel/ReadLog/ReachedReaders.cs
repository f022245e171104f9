using CaseManager.Domain.Kernel;
using Npgsql;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>Who was shown something of a case, told from the read log for the product's own use: not under anybody's rights.</summary>
public sealed class ReachedReaders(NpgsqlDataSource database)
{
    /// <summary>The officers of an agency who were shown anything that stands under the case's label, or was put under it, since then.</summary>
    public async Task<IReadOnlyList<OfficerId>> Of(CaseId onCase, AgencyId agency, DateTimeOffset since, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            with l as (select id from cm.label where body ->> 'case' = $1 or exists (select from jsonb_array_elements(body -> 'also') p where p ->> 'case' = $1))
            select distinct r.officer from cm.read_log r where r.agency = $2 and r.at >= $3 and r.decision = 'Shown' and r.label in (select id from l) order by r.officer
            """);
        command.Parameters.Add(new() { Value = onCase.Value.ToString() });
        command.Parameters.Add(new() { Value = agency.Code });
        command.Parameters.Add(new() { Value = since.ToUniversalTime() });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var officers = new List<OfficerId>();
        while (await rows.ReadAsync(cancel))
            officers.Add(new OfficerId(rows.GetGuid(0)));
        return officers;
    }
}
