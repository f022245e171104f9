using System.Linq.Expressions;
using System.Reflection;

namespace CaseManager.Server.GraphQl.Scalars;

/// <summary>A value type around one string, such as a case number or an agency's code: on the wire it is the string.</summary>
internal sealed record TextWrapper(Func<object, string> Read, Func<string, object> Make)
{
    public static TextWrapper? Of(Type type)
    {
        if (!type.IsValueType || type.IsEnum || type.IsPrimitive || type.GetConstructor([typeof(string)]) is not { } constructor)
            return null;
        var text = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        if (text is not [{ PropertyType: var held } only] || held != typeof(string))
            return null;
        var boxed = Expression.Parameter(typeof(object));
        var given = Expression.Parameter(typeof(string));
        return new(
            Expression.Lambda<Func<object, string>>(Expression.Property(Expression.Unbox(boxed, type), only), boxed).Compile(),
            Expression.Lambda<Func<string, object>>(Expression.Convert(Expression.New(constructor, given), typeof(object)), given).Compile());
    }
}
