using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseManager.Server.Tests.Faults;

/// <summary>A client that knows only the wire.</summary>
internal sealed class Api(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>One mutation, once. Null answer: nobody knows whether it was done.</summary>
    public async Task<Told> Act(string token, string mutation, string returns, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var query = $"mutation ($input: {type}!) {{ {mutation}(input: $input) {{ {returns} {{ id }} version errors {{ ... on Error {{ code message }} }} }} }}";
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables = new { input } }) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Accept.ParseAdd("application/graphql-response+json");
            using var response = await _http.SendAsync(request);
            return Told.Of(await response.Content.ReadAsStringAsync(), mutation, returns);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException or JsonException)
        {
            return Told.Nothing(fault.GetType().Name);
        }
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>What came back.</summary>
/// <param name="Answered">Done or refused, for good.</param>
/// <param name="Code">Of a refusal, or of the top-level error.</param>
/// <param name="Retryable">The error says that another try is safe.</param>
internal sealed record Told(bool Answered, string? Id, long Version, string? Code, bool Retryable, string Text)
{
    public bool Done => Answered && Code is null;

    public static Told Nothing(string why) => new(false, null, 0, null, true, why);

    public static Told Of(string text, string mutation, string returns)
    {
        using var json = JsonDocument.Parse(text);
        if (json.RootElement.TryGetProperty("errors", out var errors))
        {
            var extensions = errors[0].GetProperty("extensions");
            var retryable = extensions.TryGetProperty("retryable", out var may) && may.GetBoolean();
            return new(false, null, 0, extensions.GetProperty("code").GetString(), retryable, text);
        }
        var payload = json.RootElement.GetProperty("data").GetProperty(mutation);
        if (payload.GetProperty("errors") is { ValueKind: JsonValueKind.Array } refusals)
            return new(true, null, 0, refusals[0].GetProperty("code").GetString(), false, text);
        var record = payload.GetProperty(returns);
        return new(true, record.ValueKind == JsonValueKind.Null ? null : record.GetProperty("id").GetString(), payload.GetProperty("version").GetInt64(), null, false, text);
    }
}
