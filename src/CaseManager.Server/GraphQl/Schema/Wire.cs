using System.Reflection;

namespace CaseManager.Server.GraphQl.Schema;

/// <summary>A C# type as the wire sees it: what it is, whether it may be null, and of what if it is a list.</summary>
internal sealed record Wire(Type Type, bool Nullable, Wire? Item)
{
    public static Wire Of(PropertyInfo property) => Of(new NullabilityInfoContext().Create(property));

    public static Wire Of(ParameterInfo parameter) => Of(new NullabilityInfoContext().Create(parameter));

    public static Wire Of(NullabilityInfo info)
    {
        if (System.Nullable.GetUnderlyingType(info.Type) is { } value)
            return new(value, true, null);
        var nullable = !info.Type.IsValueType && info.ReadState != NullabilityState.NotNull;
        if (info.ElementType is { } element && info.Type != typeof(byte[]))
            return new(info.Type, nullable, Of(element));
        if (ElementOf(info.Type) is { } item)
            return new(info.Type, nullable, info.GenericTypeArguments is [var argument] ? Of(argument) : new(item, false, null));
        return new(info.Type, nullable, null);
    }

    /// <summary>What is in a list; null when it is none.</summary>
    public static Type? ElementOf(Type type)
    {
        if (type == typeof(string) || type == typeof(byte[]))
            return null;
        return type.GetInterfaces().Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
    }
}
