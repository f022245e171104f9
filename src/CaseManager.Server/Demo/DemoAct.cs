using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseManager.Server.Demo;

/// <summary>One mutation of the demo world.</summary>
/// <param name="By">Subject of the officer who does it.</param>
/// <param name="Input">Its input; a <see cref="The"/> in it stands for the id of a record made before.</param>
/// <param name="Names">What later acts call the record; nothing when none speaks of it.</param>
internal sealed record DemoAct(string By, string Mutation, object Input, string? Names = null);

/// <summary>A record of the demo world by the name that an earlier act gave it.</summary>
internal readonly record struct The(string Name);

/// <summary>Writes the id that the server gave in place of the name.</summary>
internal sealed class NamesAsIds(IReadOnlyDictionary<string, string> ids) : JsonConverter<The>
{
    public override The Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Names are only written.");

    public override void Write(Utf8JsonWriter writer, The value, JsonSerializerOptions options) => writer.WriteStringValue(ids[value.Name]);
}
