using System.Text.Json;

namespace CaseManager.Server.Tests.Api;

/// <summary>What came of an act.</summary>
/// <param name="Text">The whole answer.</param>
/// <param name="Code">Why not; null when it was done.</param>
/// <param name="Field">The input field to blame, if one is.</param>
/// <param name="Error">The refusal with all it says.</param>
public sealed record Outcome(string Text, string? Code, string? Field, JsonElement? Error, string? Record, long Version)
{
    /// <summary>The record's global id, for acts that must have shown it.</summary>
    public string Id => Record ?? throw new InvalidOperationException(Text);

    public string Kind => Error?.TryGetProperty("__typename", out var name) == true ? name.GetString()! : "";

    public static Outcome Of(string text, JsonElement payload)
    {
        if (payload.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors)
            return new(text, errors[0].GetProperty("code").GetString(), FieldOf(errors[0]), errors[0], null, 0);
        var record = payload.EnumerateObject().First().Value;
        return new(text, null, null, null, record.ValueKind == JsonValueKind.Null ? null : record.GetProperty("id").GetString(),
            payload.GetProperty("version").GetInt64());
    }

    /// <summary>The input does not fit the schema.</summary>
    public static Outcome NotUnderstood(string text, JsonElement error)
    {
        var extensions = error.GetProperty("extensions");
        return new(text, extensions.GetProperty("code").GetString(),
            extensions.TryGetProperty("field", out var field) ? field.GetString() : null, error, null, 0);
    }

    private static string? FieldOf(JsonElement error) =>
        error.TryGetProperty("invalid", out var invalid) ? invalid.GetString()
        : error.TryGetProperty("refused", out var refused) ? refused.GetString()
        : null;
}
