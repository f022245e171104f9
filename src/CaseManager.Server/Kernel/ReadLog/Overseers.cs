using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using Npgsql;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>
/// The Access slice's SQL for who oversees task forces: officers who hold one of the roles ($2) now, as rows of (task_force uuid, officer uuid).
/// </summary>
/// <param name="Sql">In each task force to which an agency ($1) belongs now; one row with null where nobody does.</param>
/// <param name="Beside">In each task force in which an officer ($1) holds or held a role; without that officer.</param>
public sealed record OverseersQuery(string Sql, string Beside);

/// <summary>Who is told of what an officer does that must not go unseen.</summary>
public sealed class Overseers(NpgsqlDataSource database, OverseersQuery query)
{
    internal static readonly string[] Roles = [.. Enum.GetValues<Role>().Where(role => Permissions.Allows(role, Permission.ReadLog)).Select(role => role.ToString())];

    /// <summary>Those who oversee the officer's task forces now, without the officer.</summary>
    public async Task<ILookup<TaskForceId, OfficerId>> Beside(OfficerId officer, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(query.Beside);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = officer.Value });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Roles });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<(TaskForceId Force, OfficerId Officer)>();
        while (await rows.ReadAsync(cancel))
            found.Add((new(rows.GetGuid(0)), new(rows.GetGuid(1))));
        return found.ToLookup(f => f.Force, f => f.Officer);
    }
}
