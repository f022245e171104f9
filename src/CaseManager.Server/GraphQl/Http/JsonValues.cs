using System.Text.Json;

namespace CaseManager.Server.GraphQl.Http;

/// <summary>JSON values in the C# types that the engine's scalars take.</summary>
internal static class JsonValues
{
    public static object? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => Number(value),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Object => Object(value),
        JsonValueKind.Array => value.EnumerateArray().Select(Of).ToList(),
        _ => null,
    };

    /// <summary>A repeated name keeps its last value.</summary>
    public static Dictionary<string, object?> Object(JsonElement value)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in value.EnumerateObject())
            fields[field.Name] = Of(field.Value);
        return fields;
    }

    private static object Number(JsonElement value)
    {
        if (value.TryGetInt32(out var small))
            return small;
        if (value.TryGetInt64(out var large))
            return large;
        return value.TryGetDecimal(out var exact) ? exact : value.GetDouble();
    }
}
