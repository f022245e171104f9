using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>What the server says on a socket.</summary>
internal static class ServerMessage
{
    public static ReadOnlyMemory<byte> Plain(string type) => Write(type, null, default);

    public static ReadOnlyMemory<byte> Complete(string id) => Write("complete", id, default);

    public static ReadOnlyMemory<byte> Pong(JsonElement payload) =>
        Write("pong", null, payload.ValueKind == JsonValueKind.Object ? JsonMarshal.GetRawUtf8Value(payload).ToArray() : default);

    public static ReadOnlyMemory<byte> Result(Dialect dialect, string id, LiveResult result) =>
        result.RequestError
            ? Write("error", id, ErrorsOf(result.Json, dialect.ErrorIsList))
            : Write(dialect.Next, id, result.Json);

    public static ReadOnlyMemory<byte> Refused(Farewell why) =>
        Write("connection_error", null, JsonSerializer.SerializeToUtf8Bytes(new { message = why.Reason }));

    private static byte[] ErrorsOf(ReadOnlyMemory<byte> result, bool all)
    {
        using var document = JsonDocument.Parse(result);
        var errors = document.RootElement.GetProperty("errors");
        return JsonMarshal.GetRawUtf8Value(all ? errors : errors[0]).ToArray();
    }

    private static ReadOnlyMemory<byte> Write(string type, string? id, ReadOnlyMemory<byte> payload)
    {
        var buffer = new ArrayBufferWriter<byte>(payload.Length + 96);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        if (id is not null) json.WriteString("id", id);
        json.WriteString("type", type);
        if (!payload.IsEmpty)
        {
            json.WritePropertyName("payload");
            json.WriteRawValue(payload.Span, skipInputValidation: true); // our own serializer wrote it
        }
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
