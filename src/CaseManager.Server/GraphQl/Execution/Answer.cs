using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.Execution;

namespace CaseManager.Server.GraphQl.Execution;

/// <summary>The answer to one operation, or to one event of a subscription.</summary>
internal sealed class Answer
{
    /// <summary>Accents and quotes go out as they are: the answer is JSON and never part of a page.</summary>
    public static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Whether execution began: then there is a <c>data</c> key, and the status is 200.</summary>
    public bool Executed { get; init; }

    public ExecutionNode? Data { get; init; }

    public IReadOnlyList<WireError> Errors { get; init; } = [];

    public Cost? Cost { get; init; }

    /// <summary>Of a subscription's event: up to where the client has heard with it.</summary>
    public string? Point { get; private init; }

    /// <summary>There was an answer, and it could not be put on record.</summary>
    public bool Withheld { get; private init; }

    /// <summary>When asking again may be worth while.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public static Answer TooMuch(TimeSpan retryAfter) => new()
    {
        Errors = [new WireError("Too much was asked in a short time. Ask again in a moment.", Codes.Budget) { Retryable = true }], RetryAfter = retryAfter,
    };

    public static Answer NotRecorded(WireError error) => new() { Executed = true, Errors = [error], Withheld = true };

    public static Answer Refused(params IReadOnlyList<WireError> errors) => new() { Errors = errors };

    public Answer At(string point) => new() { Executed = Executed, Data = Data, Errors = Errors, Cost = Cost, Point = point };

    public void WriteTo(IBufferWriter<byte> target)
    {
        using var json = new Utf8JsonWriter(target, Json);
        WriteTo(json);
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (Errors.Count > 0)
        {
            json.WriteStartArray("errors");
            foreach (var error in Errors.Take(Limits.Errors))
                error.WriteTo(json);
            json.WriteEndArray();
        }
        if (Executed)
        {
            json.WritePropertyName("data");
            AnswerData.Write(json, Data);
        }
        if (Cost is not null || Point is not null)
            WriteExtensions(json);
        json.WriteEndObject();
    }

    private void WriteExtensions(Utf8JsonWriter json)
    {
        json.WriteStartObject("extensions");
        if (Cost is { } cost)
        {
            json.WriteStartObject("operationCost");
            json.WriteNumber("fieldCost", cost.Field);
            json.WriteNumber("typeCost", cost.Type);
            json.WriteEndObject();
        }
        if (Point is { } point)
            json.WriteString("point", point);
        json.WriteEndObject();
    }
}

/// <summary>What an operation may cost: weights of its fields, and objects in its answer.</summary>
internal readonly record struct Cost(double Field, double Type)
{
    public bool IsOver => Field > Limits.FieldCost || Type > Limits.TypeCost;

    public static Cost operator +(Cost left, Cost right) => new(left.Field + right.Field, left.Type + right.Type);

    public static Cost operator *(int times, Cost cost) => new(times * cost.Field, times * cost.Type);
}
