using System.Text.Json;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Kernel.Wire;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Writing;

/// <summary>Reads in one round trip all that an act stands on, and holds it until the commit.</summary>
public sealed class ActGrounds(FactCatalog catalog, Standings standings, Labels labels)
{
    // The officer's epoch is held: a revocation waits for acts under way, and acts after it see it.
    private const string Watermark =
        "select coalesce((select epoch from cm.officer_epoch where officer_id = $1 for share), 0), coalesce((select max(id) from cm.label), 0), now()";

    private const string HoldRights = "select epoch from cm.officer_epoch where officer_id = any($1) order by officer_id for update";

    private const string Earlier = "select fingerprint, outcome::text from cm.command where officer_id = $1 and key = $2";

    private const string Hold = $"select id from {Schemas.Events}.mt_streams where id = any($1) order by id for share";

    private const string HoldAlone = $"select id from {Schemas.Events}.mt_streams where id = any($1) order by id for no key update";

    private const string Streams =
        $"select {FactRows.Columns} from {Schemas.Events}.mt_events e where e.stream_id = any($1) and not e.is_archived order by e.stream_id, e.version";

    public async Task<Loaded> Load(NpgsqlConnection connection, Intent intent, Undertaking what, CancellationToken cancel)
    {
        var officer = intent.Caller.Officer.Value;
        await using var batch = new NpgsqlBatch(connection);
        if (what.Affects.Count > 0)
            batch.BatchCommands.Add(Command(HoldRights, Ids([officer, .. what.Affects.Select(o => o.Value)])));
        batch.BatchCommands.Add(Command(Watermark, new NpgsqlParameter<Guid> { TypedValue = officer }));
        batch.BatchCommands.Add(Command(Earlier, new NpgsqlParameter<Guid> { TypedValue = officer }, new NpgsqlParameter<string> { TypedValue = intent.Key ?? "" }));
        if (what.Alone.Count > 0)
            batch.BatchCommands.Add(Command(HoldAlone, Ids(what.Alone)));
        if (what.Held.Count > 0)
            batch.BatchCommands.Add(Command(Hold, Ids(what.Held)));
        batch.BatchCommands.Add(Command(Streams, Ids([what.Main, .. what.Others, .. what.Held, .. what.Alone])));

        await using var rows = await batch.ExecuteReaderAsync(cancel);
        if (what.Affects.Count > 0)
            await rows.NextResultAsync(cancel);
        await rows.ReadAsync(cancel);
        var (epoch, highest, at) = (rows.GetInt64(0), rows.GetInt32(1), rows.GetFieldValue<DateTimeOffset>(2));
        await rows.NextResultAsync(cancel);
        if (await rows.ReadAsync(cancel))
            return new Loaded(null!, (rows.GetFieldValue<byte[]>(0), JsonSerializer.Deserialize<Acted>(rows.GetString(1), FactJson.Options)!));
        if (what.Alone.Count > 0)
            await rows.NextResultAsync(cancel);
        if (what.Held.Count > 0)
            await rows.NextResultAsync(cancel);
        await rows.NextResultAsync(cancel);
        var streams = await Facts(rows, cancel);
        await rows.DisposeAsync();

        var rights = intent.Caller.IsSystem ? null : (await StandingAt(intent.Caller, epoch, highest, at, cancel)).Rights;
        var under = new Dictionary<Guid, Label>();
        foreach (var (stream, facts) in streams)
            under[stream] = await labels.Of(facts[^1].Label, cancel);
        var by = new Acting(intent.Caller.Officer, intent.Caller.Agency, at);
        return new Loaded(new Grounds(by, rights, streams, stream => under.GetValueOrDefault(stream)), null);
    }

    private async Task<Standing> StandingAt(Caller caller, long epoch, int highest, DateTimeOffset at, CancellationToken cancel)
    {
        var standing = await standings.Latest(caller, cancel);
        return standing.HoldsAt(epoch, highest, at) ? standing : await standings.Refresh(caller, cancel);
    }

    private async Task<Dictionary<Guid, IReadOnlyList<StoredFact<IFact>>>> Facts(NpgsqlDataReader rows, CancellationToken cancel)
    {
        var streams = new Dictionary<Guid, IReadOnlyList<StoredFact<IFact>>>();
        while (await rows.ReadAsync(cancel))
        {
            var fact = FactRows.Read(rows, catalog);
            if (!streams.TryGetValue(fact.Stream, out var facts))
                streams.Add(fact.Stream, facts = new List<StoredFact<IFact>>());
            ((List<StoredFact<IFact>>)facts).Add(fact);
        }
        return streams;
    }

    private static NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    private static NpgsqlParameter Ids(IReadOnlyList<Guid> ids) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = ids.ToArray() };

    /// <summary>The grounds, or the outcome of the same command before.</summary>
    public sealed record Loaded(Grounds Grounds, (byte[] Fingerprint, Acted Outcome)? Earlier);
}
