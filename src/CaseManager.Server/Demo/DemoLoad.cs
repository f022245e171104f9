using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseManager.Server.Demo;

/// <summary>
/// Does the acts in their order. Each carries a key made from its place, so that a load that was broken off goes on where it stopped:
/// what was done is answered again with the ids of the first time.
/// </summary>
internal sealed class DemoLoad(DemoClient client, IReadOnlyList<DemoAct> acts, Action<string> say)
{
    private const int ActsPerLine = 25;

    private readonly Dictionary<string, string> _ids = [];

    /// <summary>Null when all is loaded; else the act that was refused, and why.</summary>
    public async Task<string?> Run(CancellationToken cancel)
    {
        var inputs = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new NamesAsIds(_ids), new StatesAsPins(_ids) } };
        for (var i = 0; i < acts.Count; i++)
        {
            if (i % ActsPerLine == 0)
                say($"Loading the demo world … {i}/{acts.Count}");
            var input = JsonSerializer.SerializeToNode(acts[i].Input, inputs)!.AsObject();
            input["clientMutationId"] = string.Create(CultureInfo.InvariantCulture, $"northgate-{i:000}");
            if (await Do(acts[i], input, cancel) is { } problem)
                return problem;
        }
        say($"Loading the demo world … {acts.Count}/{acts.Count}");
        return null;
    }

    private async Task<string?> Do(DemoAct act, JsonObject input, CancellationToken cancel)
    {
        var record = RecordOf(act.Mutation);
        var document = $$"""
            mutation($input: {{Capital(act.Mutation)}}Input!) {
              done: {{act.Mutation}}(input: $input) { {{record}} { id } errors { ... on Error { code message } } }
            }
            """;
        var answer = await client.Ask(act.By, document, new { input }, cancel);
        var done = answer["data"]?["done"];
        if (answer["errors"] is not null || done?["errors"] is not null)
            return $"{act.Mutation} by {act.By}: {(answer["errors"] ?? done!["errors"])!.ToJsonString()}";
        if (act.Names is { } name)
            _ids[name] = (string)done![record]!["id"]!;
        return null;
    }

    // The payload's field is called as the record the act is on.
    private static string RecordOf(string mutation) => mutation switch
    {
        "registerAgency" => "agency",
        "registerOfficer" => "officer",
        "establishTaskForce" or "joinTaskForce" => "taskForce",
        "establishCompartment" => "compartment",
        "appointToTaskForce" or "grantCaseAccess" or "grantOperationAccess" => "grant",
        _ when mutation.EndsWith("Task", StringComparison.Ordinal) => "task",
        _ when mutation.Contains("Exhibit", StringComparison.Ordinal) || mutation.Contains("Custody", StringComparison.Ordinal) => "exhibit",
        "planOperation" or "moveHHour" or "castVote" or "decideGo" => "operation",
        "addSite" or "reportSiteReady" or "reportSiteNotReady" or "quashSiteAuthority" or "recordSiteAuthority" => "site",
        "acknowledgeOrder" => "acknowledgement",
        "linkRecords" => "link",
        _ when mutation.Contains("Timeline", StringComparison.Ordinal) || mutation == "referenceAttachment" => "entry",
        _ => "case",
    };

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
