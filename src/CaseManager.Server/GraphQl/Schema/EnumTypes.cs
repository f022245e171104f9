using System.Reflection;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Schema;

/// <summary>C# enumerations in UPPER_SNAKE.</summary>
internal sealed class EnumTypes
{
    private readonly Dictionary<Type, EnumerationGraphType> _made = [];

    public EnumerationGraphType Sorting { get; } = SortEnum();

    public EnumerationGraphType Of(Type type)
    {
        if (_made.TryGetValue(type, out var known))
            return known;
        var made = new EnumerationGraphType { Name = Names.Type(type), Description = Descriptions.Of(type) };
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var name = field.GetCustomAttribute<Kernel.Wire.WireNameAttribute>()?.Name ?? Names.Constant(field.Name);
            made.Add(name, field.GetValue(null), Descriptions.Of(field), field.GetCustomAttribute<ObsoleteAttribute>()?.Message);
        }
        return _made[type] = made;
    }

    private static EnumerationGraphType SortEnum()
    {
        var type = new EnumerationGraphType { Name = "SortEnumType" };
        type.Add("ASC", false);
        type.Add("DESC", true);
        return type;
    }
}
