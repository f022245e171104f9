using System.Text.Json;
using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Kernel.Wire;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Writing;

/// <summary>Reads in one round trip all that an act stands on, and holds it until the commit.</summary>
public sealed class ActGrounds(FactCatalog catalog, Standings standings, Labels labels, RightsQuery query)
{
    // The officer's epoch is held: a revocation waits for acts under way, and acts after it see it.
    private const string Watermark =
        "coalesce((select epoch from cm.officer_epoch where officer_id = $1 for share), 0), coalesce((select max(id) from cm.label), 0)";

    // The act's time is when it holds all that it stands on: by the time at which it began to wait, a right withdrawn meanwhile would still be good.
    private const string Moment = "set_config('cm.at', clock_timestamp()::text, true)::timestamptz";

    private const string HoldRights = "select epoch from cm.officer_epoch where officer_id = any($1) order by officer_id for update";

    private string HoldRightsOn => $"select epoch from cm.officer_epoch where officer_id = $2 or officer_id in ({query.Holders}) order by officer_id for update";

    private const string ShareRights = "select epoch from cm.officer_epoch where officer_id = any($1) order by officer_id for share";

    private const string Earlier = "select fingerprint, outcome::text from cm.command where officer_id = $1 and key = $2";

    public async Task<Loaded> Load(NpgsqlConnection connection, Intent intent, Undertaking what, CancellationToken cancel)
    {
        var officer = intent.Caller.Officer.Value;
        await using var batch = new NpgsqlBatch(connection);
        if (what.Affects.Count > 0)
            batch.BatchCommands.Add(Command(HoldRights, Ids([officer, .. what.Affects.Select(o => o.Value)])));
        if (what.AffectsAllOn.Count > 0)
            batch.BatchCommands.Add(Command(HoldRightsOn, Ids(what.AffectsAllOn), Id(officer)));
        if (what.Judged.Count > 0)
            batch.BatchCommands.Add(Command(ShareRights, Ids([officer, .. what.Judged.Select(o => o.Value)])));
        batch.BatchCommands.Add(Command(Hold(what.Alone.Count, what.Held.Count), [Id(officer), .. what.Alone.Select(Id), .. what.Held.Select(Id)]));
        Guid[] streamIds = [what.Main, .. what.Others, .. what.Held, .. what.Alone, .. what.Judged.Select(o => o.Value)];
        batch.BatchCommands.Add(what.Named is { } naming
            ? Command(StreamsAnd(naming, streamIds.Length), [.. streamIds.Select(Id), Id(naming.Stream)])
            : Command(Streams(streamIds.Length), [.. streamIds.Select(Id)]));
        // Last, so that whoever sees what the same command did before also sees that it was done.
        batch.BatchCommands.Add(Command(Earlier, Id(officer), new NpgsqlParameter<string> { TypedValue = intent.Key ?? "" }));

        await using var rows = await batch.ExecuteReaderAsync(cancel);
        if (what.Affects.Count > 0)
            await rows.NextResultAsync(cancel);
        if (what.AffectsAllOn.Count > 0)
            await rows.NextResultAsync(cancel);
        if (what.Judged.Count > 0)
            await rows.NextResultAsync(cancel);
        await rows.ReadAsync(cancel);
        var (epoch, highest, at) = (rows.GetInt64(0), rows.GetInt32(1), rows.GetFieldValue<DateTimeOffset>(rows.FieldCount - 1));
        await rows.NextResultAsync(cancel);
        var streams = await Facts(rows, cancel);
        await rows.NextResultAsync(cancel);
        if (await rows.ReadAsync(cancel))
            return new Loaded(null!, (rows.GetFieldValue<byte[]>(0), JsonSerializer.Deserialize<Acted>(rows.GetString(1), FactJson.Options)!));
        await rows.DisposeAsync();

        var rights = intent.Caller.IsSystem ? null : (await StandingAt(connection, intent.Caller, epoch, highest, at, cancel)).Rights;
        var others = new Dictionary<OfficerId, Domain.Access.Rights>();
        foreach (var officerId in what.Judged)
        {
            var facts = streams.GetValueOrDefault(officerId.Value, []);
            if (Fold.Of<Officer, IOfficerFact>(facts.Select(f => f.Fact).OfType<IOfficerFact>()) is { } judged)
                others[officerId] = await standings.RightsOf(connection, judged.Id, judged.Agency, cancel);
        }
        var under = new Dictionary<Guid, Label>();
        foreach (var (stream, facts) in streams)
            under[stream] = await labels.Of(facts[^1].Label, cancel);
        var by = new Acting(intent.Caller.Officer, intent.Caller.Agency, at);
        return new Loaded(new Grounds(by, rights, streams, stream => under.GetValueOrDefault(stream), others, catalog.CaseBrief), null);
    }

    // On the act's own connection: were each act to wait for a second one, a pool's worth of them would wait for each other.
    private async Task<Standing> StandingAt(
        NpgsqlConnection connection, Caller caller, long epoch, int highest, DateTimeOffset at, CancellationToken cancel) =>
        await standings.Kept(caller, epoch, highest, at, cancel) ?? await standings.ReadIn(connection, caller, cancel);

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

    // Ids one by one and not as an array: for an array, whose length it does not know, the database would make a new plan each time.
    // In this order: the officer's epoch, what the act must have alone, what it must find unchanged, the time.
    private static string Hold(int alone, int held) =>
        $"select {Watermark}{Locked(alone, 2, "no key update")}{Locked(held, 2 + alone, "share")}, {Moment}";

    private static string Locked(int streams, int first, string strength) => streams == 0
        ? ""
        : $", (select count(*) from (select from {Schemas.Events}.mt_streams where id in ({Places(streams, first)}) and not is_archived order by id for {strength}) s{first})";

    private static string Streams(int streams) => FactsOf($"in ({Places(streams, 1)})");

    // The ids come from a question of its own, which the plan does not depend on.
    private string StreamsAnd(Naming naming, int streams) => FactsOf(
        $"= any(array[{Places(streams, 1)}] || array(select (n.data ->> '{JsonNamingPolicy.CamelCase.ConvertName(naming.Field)}')::uuid "
        + $"from {Schemas.Events}.mt_events n where n.stream_id = ${streams + 1} and n.type = '{catalog.NameOf(naming.Fact)}' and not n.is_archived))");

    private static string FactsOf(string streams) =>
        $"select {FactRows.Columns} from {Schemas.Events}.mt_events e where e.stream_id {streams} and not e.is_archived order by e.stream_id, e.version";

    private static string Places(int count, int first) => string.Join(", ", Enumerable.Range(first, count).Select(n => $"${n}"));

    private static NpgsqlParameter Id(Guid id) => new NpgsqlParameter<Guid> { TypedValue = id };

    private static NpgsqlParameter Ids(IReadOnlyList<Guid> ids) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = ids.ToArray() };

    /// <summary>The grounds, or the outcome of the same command before.</summary>
    public sealed record Loaded(Grounds Grounds, (byte[] Fingerprint, Acted Outcome)? Earlier);
}
