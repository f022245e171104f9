using CaseManager.Bench.Measuring;

namespace CaseManager.Bench.Pages;

/// <summary>Asks one GraphQL query over HTTP, and looks that it was answered.</summary>
/// <param name="shows">What a right answer has in it.</param>
internal sealed class Asking(WireClient client, string query, string shows)
{
    private readonly string _body = "{\"query\":\"" + query.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"}";

    public async Task<string> Once()
    {
        var answer = await client.Post("/graphql", _body);
        return answer.Contains(shows, StringComparison.Ordinal) && !answer.Contains("\"errors\":[{", StringComparison.Ordinal) ? answer : throw new InvalidOperationException(answer);
    }

    /// <summary>A page of a case's timeline, which other questions are compared with.</summary>
    public static Asking TimelinePage(WireClient client, int onCase, int size) => new(client,
        $"{{ case(id: \"{Acts.WireAct.GlobalId("Case", World.Seeded.Case(onCase).Value)}\") {{ timeline(first: {size}) {{ nodes {{ id text occurredAt recordedAt tags corrected }} pageInfo {{ hasNextPage endCursor }} }} }} }}",
        "\"corrected\"");
}
