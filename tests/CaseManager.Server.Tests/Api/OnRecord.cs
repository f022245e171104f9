using System.Globalization;
using System.Text;
using System.Text.Json;
using CaseManager.Server.Tests.Store;
using Npgsql;

namespace CaseManager.Server.Tests.Api;

/// <summary>The read log beside what people were shown: worked out from answers and tables, and not from what the product says it read.</summary>
internal static class OnRecord
{
    private static readonly Dictionary<string, string> Tables = Composition.Wire().Nodes.ToDictionary(n => n.Name, n => n.View.Table);

    /// <summary>A place in the log: what comes after it is new.</summary>
    public static Task<long> Now(ServerHost host) => Query.One<long>(host.Database, "select coalesce(max(id), 0) from cm.read_log");

    /// <summary>Records above TLP:GREEN that the answer shows and the log does not say the officer was shown after that place.</summary>
    public static async Task<IReadOnlyList<string>> Missing(ServerHost host, Voice by, string answer, long after)
    {
        var recorded = await Query.Texts(host.Database, string.Create(CultureInfo.InvariantCulture,
            $"select distinct unnest(records)::text from cm.read_log where id > {after} and decision = 'Shown' and officer = '{GlobalIds.Key(by.Id)}'"));
        var shown = await Restricted(host, Ids(JsonDocument.Parse(answer).RootElement).Distinct());
        return [.. shown.Where(id => !recorded.Contains(GlobalIds.Key(id).ToString())).Select(Plain)];
    }

    /// <summary>How many records above TLP:GREEN the answer shows.</summary>
    public static async Task<int> Shown(ServerHost host, string answer) => (await Restricted(host, Ids(JsonDocument.Parse(answer).RootElement).Distinct())).Count;

    /// <summary>What is new in the log about an officer, but for when and about which record.</summary>
    public static Task<IReadOnlyList<string>> Lines(ServerHost host, Voice by, long after) => Query.Texts(host.Database, string.Create(CultureInfo.InvariantCulture,
        $"select concat_ws(' ', kind, decision, view, label, also, cardinality(records), total, operation) from cm.read_log where id > {after} and officer = '{GlobalIds.Key(by.Id)}' order by id"));

    private static async Task<List<string>> Restricted(ServerHost host, IEnumerable<string> ids)
    {
        await using var connection = await Query.Open(host.Database);
        var restricted = new List<string>();
        foreach (var id in ids)
        {
            await using var command = new NpgsqlCommand(
                $"select exists (select from rm.{Tables[Plain(id).Split(':')[0]]} t join cm.label l on l.id = t.label where t.id = $1 and l.body ->> 'tlp' not in ('Clear', 'Green'))", connection);
            command.Parameters.Add(new() { Value = GlobalIds.Key(id) });
            if (await command.ExecuteScalarAsync() is true)
                restricted.Add(id);
        }
        return restricted;
    }

    private static string Plain(string id) => Encoding.UTF8.GetString(Convert.FromBase64String(id));

    private static IEnumerable<string> Ids(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(f => f is { Name: "id", Value.ValueKind: JsonValueKind.String } ? [f.Value.GetString()!] : Ids(f.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Ids),
        _ => [],
    };
}
