using CaseManager.Bench.Acts;
using CaseManager.Bench.Measuring;
using CaseManager.Bench.World;
using Npgsql;

namespace CaseManager.Bench.Pages;

/// <summary>search: the first page of a search, beside a page of a timeline of the same size; both over HTTP, by the same officer.</summary>
internal static class SearchBench
{
    private const int Size = 20;
    private const string Timeline = "a timeline";

    public static async Task Run(BenchHost host, Rounds rounds)
    {
        var words = await Words(host);
        var officer = Desks.LeadOf(0);
        using var client = new WireClient(host.Port, host.Token(Seeded.Subject(officer)));
        var common = new Variant($"a common word ({words[0]})", _ => Find(client, words[0]));
        var rare = new Variant($"a rare word ({words[^1]})", _ => Find(client, words[^1]));
        var both = new Variant("both words", _ => Find(client, $"{words[0]} {words[^1]}"));
        var number = new Variant("a number (R-57)", _ => Find(client, "R-57"));
        var person = new Variant("a person", _ => Find(client, "", Seeded.Officer(officer).Value));
        var pages = await rounds.Run(1, new Variant(Timeline, _ => Read(client)), common, rare, both, number, person);
        pages.Print($"search, a first page of {Size}");
        Figures.Add("search", [.. new[] { ("common", common), ("rare", rare), ("both", both), ("number", number), ("person", person) }
            .SelectMany(v => new[] { (v.Item1, pages.Ratio(Timeline, v.Item2.Name).Median), (v.Item1 + "-cpu", pages.CpuRatio(v.Item2.Name, Timeline).Median) })]);
    }

    private static Task Read(WireClient client) => Ask(client,
        $"query Page($case: ID!) {{ case(id: $case) {{ timeline(first: {Size}) {{ nodes {{ id text changedAt }} pageInfo {{ hasNextPage endCursor }} }} }} }}",
        $"\"case\":\"{WireAct.GlobalId("Case", Seeded.Case(0).Value)}\"");

    private static Task Find(WireClient client, string text, Guid? person = null) => Ask(client,
        $"query Find($text: String!, $person: ID) {{ search(text: $text, person: $person, first: {Size}) {{ nodes {{ record {{ id }} excerpt {{ text matches }} changedAt }} pageInfo {{ hasNextPage endCursor }} }} }}",
        $"\"text\":\"{text}\",\"person\":{(person is { } id ? $"\"{WireAct.GlobalId("Officer", id)}\"" : "null")}");

    private static async Task Ask(WireClient client, string document, string variables)
    {
        var answer = await client.Post("/graphql", $"{{\"query\":\"{document}\",\"variables\":{{{variables}}}}}");
        if (!answer.Contains("\"changedAt\"", StringComparison.Ordinal))
            throw new InvalidOperationException(answer);
    }

    // The long timeline has every text of the world, as often as the rest has.
    private static async Task<string[]> Words(BenchHost host)
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""
            select array_agg(word order by ndoc desc, word) from ts_stat(
                'select to_tsvector(''simple'', text) from rm.timeline_entry where superseded_at is null and "case" = ''{Seeded.Case(0).Value}''')
            where word ~ '^[a-z]+$'
            """, connection);
        return (string[])(await command.ExecuteScalarAsync())!;
    }
}
