using System.Reflection;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.GraphQl.Schema;

/// <summary>C# names in wire spelling.</summary>
internal static class Names
{
    public static string Field(MemberInfo member) => Given(member) ?? Camel(member is MethodInfo ? WithoutAsync(member.Name) : member.Name);

    public static string Argument(ParameterInfo parameter) => parameter.GetCustomAttribute<WireNameAttribute>()?.Name ?? Camel(parameter.Name!);

    public static string Type(Type type) => Given(type) ?? type.Name;

    public static string Input(Type type) => Given(type) ?? (type.Name.EndsWith("Input", StringComparison.Ordinal) ? type.Name : type.Name + "Input");

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    public static string Camel(string name)
    {
        var upper = 0;
        while (upper < name.Length && char.IsUpper(name[upper]))
            upper++;
        if (upper > 1 && upper < name.Length)
            upper--;
        return name[..upper].ToLowerInvariant() + name[upper..];
    }

    public static string Constant(string name) => Choices.Name(name);

    private static string? Given(MemberInfo member) => member.GetCustomAttribute<WireNameAttribute>()?.Name;

    private static string WithoutAsync(string name) => name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] : name;
}
