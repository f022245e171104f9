using System.Collections.Concurrent;
using System.Reflection;
using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Kernel.Facts;

/// <summary>Typed ids by reflection, for what handles every type alike: storage and schema.</summary>
public static class Ids
{
    // Every cell of every row comes through here: reflection is asked once for each type.
    private static readonly ConcurrentDictionary<Type, Func<object, object>> _bare = new();

    public static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    /// <summary>The bare value of a typed id; other values as they are.</summary>
    public static object? Bare(object? value) => value switch
    {
        null => null,
        string or Guid or long or bool => value,
        AgencyId agency => agency.Code,
        Enum choice => choice.ToString(),
        _ => _bare.GetOrAdd(value.GetType(), Unwrapping)(value),
    };

    private static Func<object, object> Unwrapping(Type type) => IsId(type)
        ? typeof(Ids).GetMethod(nameof(ValueOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).CreateDelegate<Func<object, object>>()
        : same => same;

#pragma warning disable CA1859 // A delegate gives an object only if the method does: a Guid is not boxed for it.
    private static object ValueOf<T>(object id) where T : struct, IId<T> => ((T)id).Value;
#pragma warning restore CA1859
}
