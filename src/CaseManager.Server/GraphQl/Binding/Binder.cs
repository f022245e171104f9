using CaseManager.Domain.Kernel;

namespace CaseManager.Server.GraphQl.Binding;

/// <summary>Turns a coerced input value into what the C# method takes.</summary>
/// <param name="value">As the engine hands it over: scalars parsed, objects as dictionaries.</param>
/// <param name="path">Where it stands in the input, for faults.</param>
/// <param name="faults">Collects ids that are none; null for queries, where such an id is simply not there.</param>
internal delegate object? Binder(object? value, string path, List<Refusal>? faults);

internal static class BinderFaults
{
    public static readonly Refusal MalformedId = new("input.malformed-id", "The id is not one of this kind of record.");

    public static string At(string path, string field) => path.Length == 0 ? field : $"{path}.{field}";
}
