using System.Linq.Expressions;
using System.Reflection;

namespace CaseManager.Server.GraphQl.Schema;

internal static class Getters
{
    public static Func<object, object?> Of(PropertyInfo property)
    {
        var source = Expression.Parameter(typeof(object));
        var read = Expression.Property(Expression.Convert(source, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), source).Compile();
    }
}
