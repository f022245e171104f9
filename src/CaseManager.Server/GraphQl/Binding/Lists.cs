using System.Collections;
using CaseManager.Domain.Kernel;

namespace CaseManager.Server.GraphQl.Binding;

/// <summary>Lists in the collection type that the C# side asks for.</summary>
internal static class Lists
{
    public static Binder Binder(Type list, Type element, Binder item)
    {
        var make = typeof(Lists).GetMethod(nameof(Maker))!.MakeGenericMethod(element).CreateDelegate<Func<Type, Func<IList, object>>>()(list);
        return (value, path, faults) => value is null ? null : make(Bound((IEnumerable)value, path, faults, item));
    }

    public static Func<IList, object> Maker<T>(Type list)
    {
        if (list.IsAssignableFrom(typeof(T[])))
            return Array<T>;
        if (list == typeof(Items<T>))
            return items => new Items<T>(Array<T>(items));
        if (list.IsAssignableFrom(typeof(HashSet<T>)))
            return items => new HashSet<T>(Array<T>(items));
        if (list.IsAssignableFrom(typeof(List<T>)))
            return items => new List<T>(Array<T>(items));
        throw new InvalidOperationException($"No way to make a {list} from an input list.");
    }

    private static T[] Array<T>(IList items)
    {
        var array = new T[items.Count];
        for (var i = 0; i < array.Length; i++)
            array[i] = (T)items[i]!;
        return array;
    }

    private static List<object?> Bound(IEnumerable items, string path, List<Refusal>? faults, Binder item)
    {
        var bound = new List<object?>();
        foreach (var value in items)
            bound.Add(item(value, $"{path}[{bound.Count}]", faults));
        return bound;
    }
}
