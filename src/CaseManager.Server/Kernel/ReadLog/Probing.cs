using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Store;
using Npgsql;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>Tells a task force's overseers of an officer who looks for much in vain, once in a while. The Access slice's.</summary>
public delegate Task TellProbing(NoticeProbing notice, IReadOnlyList<OfficerId> overseers, CancellationToken cancel);

/// <summary>Counts what officers look up in vain, on all nodes together, and has their task forces' overseers told when it is much.</summary>
public sealed class Probing(ReadWriter log, Labels labels, OverseersQuery overseers, TellProbing tell)
{
    private static readonly string Counted =
        "select coalesce(sum(total), 0)::int, min(at) from cm.read_log where officer = $1 and decision <> 'Shown' and at > clock_timestamp() - $2::interval";

    private static readonly string Acted =
        $"select count(*)::int, min(e.timestamp) from {Schemas.Events}.mt_events e where e.user_name = $1 and e.type = any($3) and e.timestamp > clock_timestamp() - $2::interval";

    /// <summary>Under which labels a look-up in vain is put on record: one for each task force of the officer's agency. Without any nobody reads it.</summary>
    public async Task<int[]> LabelsFor(Caller caller, CancellationToken cancel)
    {
        var forces = (await Forces(caller.Agency, cancel)).Keys.Select(force => (TaskForceId?)force).ToArray();
        var under = new List<int>();
        foreach (var force in forces.Length == 0 ? [null] : forces)
            under.Add(await labels.Number(new Label(caller.Agency, Tlp.Amber, null, force, []), cancel));
        return [.. under];
    }

    /// <summary>Before the answer leaves, so that no crash comes between the last look-up and its notice.</summary>
    public async Task Look(Caller caller, CancellationToken cancel)
    {
        await using var command = log.Database.CreateCommand(Counted);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caller.Officer.Value });
        await Tell(command, caller.Officer, caller.Agency, cancel);
    }

    /// <summary>Some acts try, by what follows from them, what others have: facts of these names by the officer are counted as look-ups are.</summary>
    public async Task LookAtActs(OfficerId officer, AgencyId agency, string[] facts, CancellationToken cancel)
    {
        await using var command = log.Database.CreateCommand(Acted);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = officer.Value.ToString() });
        await Tell(command, officer, agency, cancel, new NpgsqlParameter<string[]> { TypedValue = facts });
    }

    private async Task Tell(NpgsqlCommand count, OfficerId officer, AgencyId agency, CancellationToken cancel, params NpgsqlParameter[] more)
    {
        var (lookUps, since) = await Count(count, more, cancel);
        if (lookUps < NoticeProbing.Many)
            return;
        foreach (var (force, officers) in await Forces(agency, cancel))
        {
            OfficerId[] others = [.. officers.Where(o => o != officer).Distinct()];
            if (others.Length > 0)
                await tell(new NoticeProbing(officer, agency, force, lookUps, since), others, cancel);
        }
    }

    private static async Task<(int LookUps, DateTimeOffset Since)> Count(NpgsqlCommand command, NpgsqlParameter[] more, CancellationToken cancel)
    {
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = NoticeProbing.Period });
        command.Parameters.AddRange(more);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        return (rows.GetInt32(0), rows.IsDBNull(1) ? default : rows.GetFieldValue<DateTimeOffset>(1));
    }

    private async Task<Dictionary<TaskForceId, List<OfficerId>>> Forces(AgencyId agency, CancellationToken cancel)
    {
        await using var command = log.Database.CreateCommand(overseers.Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = agency.Code });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Overseers.Roles });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var forces = new Dictionary<TaskForceId, List<OfficerId>>();
        while (await rows.ReadAsync(cancel))
        {
            var force = new TaskForceId(rows.GetGuid(0));
            if (!forces.TryGetValue(force, out var officers))
                forces.Add(force, officers = []);
            if (!rows.IsDBNull(1))
                officers.Add(new OfficerId(rows.GetGuid(1)));
        }
        return forces;
    }
}
