using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Wire;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Store;

/// <summary>
/// Facts for one stream as a call of Marten's own append function, the one that its sessions call: Marten checks the version, starts the
/// stream and numbers the facts; only its session is not needed for it (ADR 0009).
/// </summary>
public sealed class FactAppend(IDocumentStore store, FactCatalog catalog)
{
    /// <summary>The function found another version than the one expected: another act was first on the stream.</summary>
    internal const string VersionMismatch = "MT003";

    // stream, its type, tenant, ids, names, types, bodies, binary bodies, causes, correlations, headers, officers, expected version
    private const string Sql =
        $"select {Schemas.Events}.mt_quick_append_events(?, null, '*DEFAULT*', ?, ?, ?, ?, null, ?, ?, ?, ?, ?)";

    private readonly Dictionary<Type, string> _types = store.Options.Events.AllKnownEventTypes().ToDictionary(t => t.EventType, t => t.DotNetTypeName);
    private readonly ISerializer _json = store.Options.Serializer();

    /// <summary>Gives the call for <paramref name="facts"/> of one stream, the first of them at the version after the one that stands.</summary>
    internal Statement Of(IReadOnlyList<StoredFact<IFact>> facts, Intent intent)
    {
        var cause = intent.Cause ?? intent.Key;
        return new Statement(Sql,
        [
            new NpgsqlParameter<Guid> { TypedValue = facts[0].Stream },
            Each(facts, NpgsqlDbType.Uuid, _ => Guid.NewGuid()),
            Each(facts, NpgsqlDbType.Varchar, f => catalog.NameOf(f.Fact)),
            Each(facts, NpgsqlDbType.Varchar, f => _types[f.Fact.GetType()]),
            Each(facts, NpgsqlDbType.Jsonb, f => _json.ToJson(f.Fact)),
            Each(facts, NpgsqlDbType.Varchar, _ => cause),
            Each(facts, NpgsqlDbType.Varchar, _ => intent.Correlation),
            Each(facts, NpgsqlDbType.Jsonb, f => _json.ToJson(Headers(f, intent.Key))),
            Each(facts, NpgsqlDbType.Varchar, f => f.By.Value.ToString()),
            new NpgsqlParameter<long> { TypedValue = facts[0].Version - 1 },
        ]);
    }

    private static Dictionary<string, object> Headers(StoredFact<IFact> fact, string? key)
    {
        var headers = new Dictionary<string, object> { [FactHeaders.Agency] = fact.Agency.Code, [FactHeaders.Label] = fact.Label };
        if (fact.Reason is { } reason)
            headers.Add(FactHeaders.Reason, reason);
        if (key is not null)
            headers.Add(FactHeaders.Command, key);
        return headers;
    }

    private static NpgsqlParameter<T[]> Each<T>(IReadOnlyList<StoredFact<IFact>> facts, NpgsqlDbType type, Func<StoredFact<IFact>, T> value) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = [.. facts.Select(value)] };
}
