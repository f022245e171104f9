using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization;
using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Kernel.Facts;

/// <summary>How facts are written down: ids and lists bare, enumerations by name, nothing that is null. Decided before the first fact was stored (ADR 0004).</summary>
public static class FactJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions());

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new BareTexts());
        options.Converters.Add(new BareIds());
        options.Converters.Add(new BareItems());
        return options;
    }

    // Codes and numbers: a value type made of one text is written as that text.
    private sealed class BareTexts : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => type.IsValueType && type.GetConstructor([typeof(string)]) is not null;

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(BareText<>).MakeGenericType(type))!;
    }

    private sealed class BareText<T> : JsonConverter<T> where T : struct
    {
        private static readonly Func<string?, T> Make = Compile();

        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Make(reader.GetString());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

        private static Func<string?, T> Compile()
        {
            var text = Expression.Parameter(typeof(string));
            return Expression.Lambda<Func<string?, T>>(
                Expression.New(typeof(T).GetConstructor([typeof(string)])!, text), text).Compile();
        }
    }

    private sealed class BareIds : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => Ids.IsId(type);

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(BareId<>).MakeGenericType(type))!;
    }

    private sealed class BareId<T> : JsonConverter<T> where T : struct, IId<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => T.Of(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class BareItems : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Items<>);

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(BareItem<>).MakeGenericType(type.GetGenericArguments()))!;
    }

    private sealed class BareItem<T> : JsonConverter<Items<T>>
    {
        public override Items<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<T[]>(ref reader, options));

        public override void Write(Utf8JsonWriter writer, Items<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.ToArray(), options);
    }
}
