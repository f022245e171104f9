using System.Text.Json;

namespace CaseManager.Server.GraphQl.Execution;

/// <summary>An error as the wire carries it.</summary>
/// <param name="Message">Never an exception's text.</param>
/// <param name="Code">Stable, for programs.</param>
internal sealed record WireError(string Message, string Code)
{
    public IReadOnlyList<(int Line, int Column)> Locations { get; init; } = [];

    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>The schema field, such as <c>Case.lead</c>.</summary>
    public string? Coordinate { get; init; }

    /// <summary>The input field to blame.</summary>
    public string? Field { get; init; }

    public string? TraceId { get; init; }

    public bool Retryable { get; init; }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("message", Message);
        if (Locations.Count > 0)
            WriteLocations(json);
        if (Path is not null)
            WritePath(json, Path);
        json.WriteStartObject("extensions");
        json.WriteString("code", Code);
        if (Coordinate is not null)
            json.WriteString("coordinate", Coordinate);
        if (Field is not null)
            json.WriteString("field", Field);
        if (Retryable)
            json.WriteBoolean("retryable", true);
        if (TraceId is not null)
            json.WriteString("traceId", TraceId);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteLocations(Utf8JsonWriter json)
    {
        json.WriteStartArray("locations");
        foreach (var (line, column) in Locations)
        {
            json.WriteStartObject();
            json.WriteNumber("line", line);
            json.WriteNumber("column", column);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WritePath(Utf8JsonWriter json, IReadOnlyList<object> path)
    {
        json.WriteStartArray("path");
        foreach (var step in path)
        {
            if (step is int index)
                json.WriteNumberValue(index);
            else
                json.WriteStringValue((string)step);
        }
        json.WriteEndArray();
    }
}
