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
        var officer = Desks.LeadOf(0);
        var (common, middling, rare) = await Words(host);
        using var client = new WireClient(host.Port, host.Token(Seeded.Subject(officer)));
        Variant[] searches =
        [
            new("common", _ => Find(client, common)), new("middling", _ => Find(client, middling)), new("rare", _ => Find(client, rare)),
            new("number", _ => Find(client, "CFP-2025-00050")), new("person", _ => Find(client, "", Seeded.Officer(officer).Value)),
        ];
        Console.WriteLine($"  common: {common}, middling: {middling}, rare: {rare}");
        var pages = await rounds.Run(1, [new Variant(Timeline, _ => Read(client)), .. searches]);
        pages.Print($"search, a first page of {Size}");
        Figures.Add("search", [.. searches.Select(s => s.Name).SelectMany(name => new[]
        {
            (name, 1 / pages.Ratio(name, Timeline).Median), (name + "-cpu", pages.CpuRatio(name, Timeline).Median),
        })]);
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

    // The long timeline has every text of the world, as often as the rest has; what is rare stands in the case's own title.
    private static async Task<(string Common, string Middling, string Rare)> Words(BenchHost host)
    {
        var onCase = Seeded.Case(0).Value;
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""
            with said as materialized (select * from ts_stat(
                'select to_tsvector(''simple'', text) from rm.timeline_entry where superseded_at is null and "case" = ''{onCase}'''))
            select (select word from said order by ndoc desc, word limit 1), (select word from said where word ~ '^[a-z]+$' order by ndoc, word limit 1),
                (select word from ts_stat('select to_tsvector(''simple'', title) from rm.case_file')
                    where word in (select unnest(tsvector_to_array(to_tsvector('simple', title))) from rm.case_file where id = '{onCase}') order by ndoc, word limit 1)
            """, connection);
        await using var rows = await command.ExecuteReaderAsync();
        await rows.ReadAsync();
        return (rows.GetString(0), rows.GetString(1), rows.GetString(2));
    }
}
