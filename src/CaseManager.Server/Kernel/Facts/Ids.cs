using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Kernel.Facts;

/// <summary>Typed ids by reflection, for what handles every type alike: storage and schema.</summary>
public static class Ids
{
    public static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    /// <summary>The bare value of a typed id; other values as they are.</summary>
    public static object? Bare(object? value) => value switch
    {
        null => null,
        AgencyId agency => agency.Code,
        Enum choice => choice.ToString(),
        _ when IsId(value.GetType()) => value.GetType().GetProperty(nameof(IId<OfficerId>.Value))!.GetValue(value),
        _ => value,
    };
}
