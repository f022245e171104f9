using System.Globalization;
using System.Numerics;
using System.Text.Json;
using GraphQL.Execution;

namespace CaseManager.Server.GraphQl.Execution;

/// <summary>Writes the engine's result tree straight to JSON, without building dictionaries from it first.</summary>
internal static class AnswerData
{
    public static void Write(Utf8JsonWriter json, ExecutionNode? node)
    {
        switch (node)
        {
            case ObjectExecutionNode { SubFields: { } fields }:
                WriteObject(json, fields);
                break;
            case ArrayExecutionNode { Items: { } items }:
                WriteArray(json, items);
                break;
            case ArrayExecutionNode { SerializedResult: { } done }:
                json.WriteStartArray();
                foreach (var value in done)
                    WriteValue(json, value);
                json.WriteEndArray();
                break;
            case ValueExecutionNode value:
                WriteValue(json, value.Result);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter json, ExecutionNode[] fields)
    {
        json.WriteStartObject();
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Name!);
            Write(json, field);
        }
        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, List<ExecutionNode> items)
    {
        json.WriteStartArray();
        foreach (var item in items)
            Write(json, item);
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case BigInteger number: json.WriteRawValue(number.ToString(CultureInfo.InvariantCulture)); break;
            default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }
}
