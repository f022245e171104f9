using System.Text.RegularExpressions;
using CaseManager.Bench.Acts;
using CaseManager.Bench.Measuring;
using CaseManager.Bench.World;

namespace CaseManager.Bench.Pages;

/// <summary>The page as the product gives it: token, law, cursors, GraphQL.</summary>
internal sealed partial class GraphQlPage(WireClient client, int onCase)
{
    private const string Document =
        "query Page($case: ID!, $after: String) { case(id: $case) { timeline(first: 50, after: $after) { nodes { id text occurredAt recordedAt tags corrected } pageInfo { hasNextPage endCursor } } } }";

    public async Task Once(string? after) => await Ask(after);

    /// <summary>The cursor behind which the page of that number begins, found by turning all pages before it.</summary>
    public async Task<string?> CursorOf(int page)
    {
        string? after = null;
        for (var i = 1; i < page; i++)
            after = EndCursor().Match(await Ask(after)).Groups[1].Value;
        return after;
    }

    private async Task<string> Ask(string? after)
    {
        var place = after is null ? "null" : $"\"{after}\"";
        var answer = await client.Post("/graphql", "{\"query\":\"" + Document + "\",\"variables\":{\"case\":\"" + WireAct.GlobalId("Case", Seeded.Case(onCase).Value) + "\",\"after\":" + place + "}}");
        return answer.Contains("\"corrected\"", StringComparison.Ordinal) ? answer : throw new InvalidOperationException(answer);
    }

    [GeneratedRegex("\"endCursor\":\"([^\"]+)\"")]
    private static partial Regex EndCursor();
}
