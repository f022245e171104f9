using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using CaseManager.Server.Tests.Api;
using CaseManager.Server.Tests.Store;

namespace CaseManager.Server.Tests.Access;

/// <summary>
/// All that one person gets to hear: status, headers and body of each answer, and the first frames of what they follow. Of two worlds it is
/// compared byte for byte, but for what must differ: ids are random, and stand as their type and the order in which they first appear;
/// times, digests and numbers drawn by lot stand as such; cursors and points, which are sealed, stand as their length.
/// </summary>
internal sealed partial class Transcript
{
    private readonly OracleHost _host;
    private readonly Babble _babble;
    private readonly List<string> _answers = [];
    private readonly Dictionary<string, string> _ids = [];

    private Transcript(OracleHost host, Babble babble) => (_host, _babble) = (host, babble);

    /// <summary>What a transport makes of an answer on its way.</summary>
    internal delegate Task<string> Babble(OracleHost host, string request, string answer);

    public static readonly Babble Honest = (_, _, answer) => Task.FromResult(answer);

    /// <summary>Transports that tell more than they should.</summary>
    public static readonly IReadOnlyDictionary<string, Babble> Babblers = new Dictionary<string, Babble>
    {
        ["a count of all rows"] = async (host, _, answer) =>
            Counted().Replace(answer, $"\"totalCount\":{await Query.Count(host.Database, "rm.case_file")}"),
        ["forbidden instead of missing"] = async (host, request, answer) =>
            answer.Contains("\"found\":null", StringComparison.Ordinal) && await IsThere(host, request) ? answer.Replace("null", "\"forbidden\"", StringComparison.Ordinal) : answer,
        ["a header with the number of facts"] = async (host, _, answer) => $"X-Facts: {await Query.Count(host.Database, "es.mt_events")}\n{answer}",
    };

    public int Count => _answers.Count;

    public string this[int index] => _answers[index];

    public static async Task<Transcript> Of(OracleHost host, Babble babble, World world, Person who, Aside aside)
    {
        var transcript = new Transcript(host, babble);
        await transcript.Take(world, who, aside);
        return transcript;
    }

    private async Task Take(World world, Person who, Aside aside)
    {
        var voice = _host.Node.As(who.Subject, who.Agency);
        var token = _host.Node.TokenOf(who);
        foreach (var (query, variables) in Asked(world, who, aside))
            await Answer(token, query, variables);
        foreach (var (mutation, input) in Acts(aside))
            await Answer(token, Mutations.Document(mutation), new { input });
        // Who has left is cut off, sooner or later than the first frame.
        foreach (var followed in who.ServesAt(world.At) ? new[] { Questions.FollowedInbox, Questions.FollowedLists } : [])
        {
            await using var stream = await voice.Listen(followed);
            _answers.Add(Normal((await stream.Next(TimeSpan.FromSeconds(30)))?.ToString() ?? "the end"));
        }
    }

    private static IEnumerable<(string Query, object? Variables)> Asked(World world, Person who, Aside aside)
    {
        var at = "2030-01-01T00:00:00Z";
        yield return (Questions.Oneself.Replace(" health { facts checks { name } messages { waiting } views { name } }", "", StringComparison.Ordinal), null);
        foreach (var question in Questions.Lists.Values)
            yield return (question, new { at });
        foreach (var (_, question) in Questions.Directories.Where(d => d.Key != "Agency"))
            yield return (question, new { name = world.Name });
        foreach (var list in Questions.Walked)
            yield return (Questions.Forward(list), null);
        yield return (Questions.Backward("cases"), null);
        yield return (Questions.Figures, null);
        yield return (Questions.Inbox, null);
        yield return (Questions.Search, new { text = Aside.Word });
        yield return (Questions.Search, new { text = world.Name });
        yield return (Questions.ByNumber, new { number = Aside.NumberOf(world) });
        foreach (var type in new[] { "Case", "TimelineEntry", "Exhibit", "Task", "Operation", "Site", "TaskForce", "Officer" })
            if (world.Items.FirstOrDefault(i => i.Type == type && world.Sees(who, i)) is { } seen)
                yield return (Settled(Questions.Details[type]), new { id = seen.Id, at });
        foreach (var (type, id) in aside.Hidden)
            yield return (Questions.Details[type], new { id, at });
    }

    // Who was appointed at one moment stands in the order of random ids, which is another in each world: only how many there are is compared.
    private static string Settled(string question) => question.Replace("nodes { officer { id } roles { role from } grant { id } }", "", StringComparison.Ordinal)
        .Replace("nodes { officer { id } roles { role } grant { id } }", "", StringComparison.Ordinal);

    /// <summary>Acts on what is hidden; each is refused, and says no more than that.</summary>
    private static IEnumerable<(string Mutation, object Input)> Acts(Aside aside)
    {
        yield return ("amendCaseTitle", new { @case = aside.Hidden["Case"], version = 7, title = "Other", reason = WorldMaker.Why });
        yield return ("correctTimelineEntry", new { entry = aside.Hidden["TimelineEntry"], version = 7, text = "Other", reason = WorldMaker.Why });
        yield return ("startTask", new { task = aside.Hidden["Task"], version = 7 });
    }

    private async Task Answer(string token, string query, object? variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/graphql", UriKind.Relative)) { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        var asked = await request.Content.ReadAsStringAsync();
        using var response = await _host.Node.Client.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers).Where(h => h.Key != "Content-Length").Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
        var body = await response.Content.ReadAsStringAsync();
        var answer = string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n\n{body}");
        _answers.Add(Normal(await _babble(_host, asked, answer)));
    }

    private string Normal(string answer)
    {
        answer = Sealed().Replace(answer, m => string.Create(CultureInfo.InvariantCulture, $"\"{m.Groups[1].Value}\":\"<{m.Groups[2].Length} characters>\""));
        answer = GlobalId().Replace(answer, m => $"\"{Named(m.Groups[1].Value)}\"");
        return Drawn().Replace(Digest().Replace(Time().Replace(answer, "<time>"), "<digest>"), "<drawn>");
    }

    private string Named(string id)
    {
        if (_ids.TryGetValue(id, out var name))
            return name;
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(id));
        return _ids[id] = string.Create(CultureInfo.InvariantCulture, $"{text.Split(':')[0]}#{_ids.Count}");
    }

    private static async Task<bool> IsThere(OracleHost host, string request) =>
        AskedFor().Match(request) is { Success: true } m && await Query.Count(host.Database, $"es.mt_streams where id = '{GlobalIds.Key(m.Groups[1].Value)}'") > 0;

    [GeneratedRegex("\"totalCount\":\\d+")]
    private static partial Regex Counted();

    [GeneratedRegex("\"(cursor|startCursor|endCursor|point)\":\"([^\"]*)\"")]
    private static partial Regex Sealed();

    [GeneratedRegex("\"((?:[A-Za-z0-9+/]{4}){10,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)\"")]
    private static partial Regex GlobalId();

    [GeneratedRegex("\"id\":\"([^\"]+)\"")]
    private static partial Regex AskedFor();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?")]
    private static partial Regex Time();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();

    [GeneratedRegex(@"(?<=E-|""is"":"")\d{6}(?!\d)")]
    private static partial Regex Drawn();
}
