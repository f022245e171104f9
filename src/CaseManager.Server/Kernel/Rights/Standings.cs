using System.Collections.Concurrent;
using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using Npgsql;

namespace CaseManager.Server.Kernel.Rights;

/// <summary>
/// Callers' standings, kept while they hold. Whoever uses one compares epoch, labels and time with the database in its own
/// transaction first (<see cref="Standing.HoldsAt"/>), so that a revocation bites with its commit.
/// </summary>
public sealed class Standings(NpgsqlDataSource database, Labels labels, RightsQuery query)
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<(OfficerId, bool), Standing> _kept = new();

    /// <summary>Epoch of $1, highest label, and the database's time: what a standing is checked against.</summary>
    public const string Watermark =
        "select coalesce((select epoch from cm.officer_epoch where officer_id = $1), 0), coalesce((select max(id) from cm.label), 0), clock_timestamp()";

    /// <summary>What was kept if it holds, with labels added since judged as well; null when the rights themselves must be read.</summary>
    public async ValueTask<Standing?> Kept(Caller caller, long epoch, int highest, DateTimeOffset at, CancellationToken cancel)
    {
        if (!_kept.TryGetValue(Key(caller), out var kept) || !kept.RightsHoldAt(epoch, at) || highest < kept.Labels)
            return null;
        return highest == kept.Labels ? kept : _kept[Key(caller)] = kept.With(highest, await labels.Between(kept.Labels, highest, cancel), at);
    }

    public ValueTask<Standing> Latest(Caller caller, CancellationToken cancel) =>
        _kept.TryGetValue(Key(caller), out var standing) ? new(standing) : new(Refresh(caller, cancel));

    /// <summary>What the standings of many are checked against; labels aside, which take nothing from anybody.</summary>
    public async Task<IReadOnlyDictionary<OfficerId, (long Epoch, DateTimeOffset At)>> Marks(IReadOnlyCollection<OfficerId> officers, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "select o.id, coalesce(e.epoch, 0), clock_timestamp() from unnest($1) o(id) left join cm.officer_epoch e on e.officer_id = o.id");
        command.Parameters.Add(new() { Value = officers.Select(o => o.Value).ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var marks = new Dictionary<OfficerId, (long, DateTimeOffset)>();
        while (await rows.ReadAsync(cancel))
            marks.Add(new OfficerId(rows.GetGuid(0)), (rows.GetInt64(1), rows.GetFieldValue<DateTimeOffset>(2)));
        return marks;
    }

    /// <summary>Reads the caller's rights anew. The epoch is read before the grants: a change in between makes the standing old, never too wide.</summary>
    public async Task<Standing> Refresh(Caller caller, CancellationToken cancel)
    {
        if (caller.IsSystem)
            throw new InvalidOperationException("The product itself has no standing; it acts and does not read.");
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await ReadIn(connection, caller, cancel);
    }

    /// <summary>The same by the snapshot of a transaction under way: it holds in that transaction, whatever changes outside.</summary>
    public async Task<Standing> ReadIn(NpgsqlConnection connection, Caller caller, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(Watermark) { Parameters = { new() { Value = caller.Officer.Value } } },
                new(query.Sql) { Parameters = { new() { Value = caller.Officer.Value } } },
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        var (epoch, highest, at) = (rows.GetInt64(0), rows.GetInt32(1), rows.GetFieldValue<DateTimeOffset>(2));
        await rows.NextResultAsync(cancel);
        var (registered, departs, country, grants, emergencies) = await Held(rows, cancel);
        await rows.DisposeAsync();

        var registrar = caller.AppRoles.Contains(Caller.Registrar);
        // The first registrar of an agency is known to its issuer before anybody can be registered here.
        var rights = new Domain.Access.Rights(caller.Officer, caller.Agency, registered || registrar, grants, registrar) { Country = country, Emergencies = emergencies };
        var standing = Standing.Judge(epoch, highest, rights, await labels.Between(0, highest, cancel), at, departs);
        if (_kept.Count > Most)
            _kept.Clear();
        return _kept[Key(caller)] = standing;
    }

    /// <summary>What an officer holds who is not the caller, by a transaction under way that holds the officer's epoch.</summary>
    public async Task<Domain.Access.Rights> RightsOf(NpgsqlConnection connection, OfficerId officer, AgencyId agency, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(query.Sql) { Parameters = { new() { Value = officer.Value } } },
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var (registered, _, country, grants, _) = await Held(rows, cancel);
        return new(officer, agency, registered, grants) { Country = country };
    }

    private static async Task<(bool Registered, DateTimeOffset? Departs, string? Country, Items<HeldGrant> Grants, Items<HeldEmergency> Emergencies)> Held(
        NpgsqlDataReader rows, CancellationToken cancel)
    {
        var registered = false;
        DateTimeOffset? departs = null;
        string? country = null;
        var (grants, emergencies) = (new List<HeldGrant>(), new List<HeldEmergency>());
        while (await rows.ReadAsync(cancel))
        {
            registered = rows.GetBoolean(0);
            departs = rows.IsDBNull(6) ? null : rows.GetFieldValue<DateTimeOffset>(6);
            country = rows.IsDBNull(7) ? null : rows.GetString(7);
            if (!rows.IsDBNull(8))
                emergencies.Add(Emergency(rows));
            else if (!rows.IsDBNull(1))
                grants.Add(Grant(rows));
        }
        return (registered, departs, country, [.. grants], [.. emergencies]);
    }

    private static (OfficerId, bool) Key(Caller caller) => (caller.Officer, caller.AppRoles.Contains(Caller.Registrar));

    private static HeldEmergency Emergency(NpgsqlDataReader row) => new(
        new EmergencyId(row.GetGuid(8)), new CaseId(row.GetGuid(2)), new TaskForceId(row.GetGuid(9)),
        row.GetFieldValue<DateTimeOffset>(4), row.GetFieldValue<DateTimeOffset>(5));

    private static HeldGrant Grant(NpgsqlDataReader row) => new(
        new Scope(Enum.Parse<ScopeKind>(row.GetString(1)), row.GetGuid(2)),
        Enum.Parse<Role>(row.GetString(3)),
        row.GetFieldValue<DateTimeOffset>(4),
        row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5));
}
