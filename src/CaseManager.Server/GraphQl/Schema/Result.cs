using System.Reflection;
using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.GraphQl.Paging;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.GraphQl.Schema;

/// <summary>What a resolver's return type says: the type of the value, how it comes, and how the engine gets it.</summary>
/// <param name="Value">With task and load taken off.</param>
/// <param name="Fetched">It may ask the database.</param>
/// <param name="Once">It asks the database once, together with its siblings.</param>
/// <param name="Row">Of a connection; null for anything else.</param>
internal sealed record Result(Wire Value, bool Fetched, bool Once, Type? Row, Func<object?, ValueTask<object?>> Show)
{
    public static Result Of(MethodInfo method)
    {
        var info = new NullabilityInfoContext().Create(method.ReturnParameter);
        var task = Is(info.Type, typeof(Task<>));
        var inner = task ? info.GenericTypeArguments[0] : info;
        var loaded = Is(inner.Type, typeof(Loaded<>));
        var value = loaded ? inner.GenericTypeArguments[0] : inner;
        var row = Is(value.Type, typeof(Page<>)) ? value.Type.GetGenericArguments()[0] : null;
        var show = Shower(value.Type, row, loaded);
        return new(Wire.Of(value), task || loaded, loaded && !task, row, task ? Awaited(inner.Type, show) : raw => new(show(raw)));
    }

    private static Func<object?, object?> Shower(Type value, Type? row, bool loaded)
    {
        Func<object?, object?>? page = row is null ? null : Make<Func<object?, object?>>(nameof(Paged), row);
        if (loaded)
            return Make<Func<Func<object?, object?>?, Func<object?, object?>>>(nameof(Loading), value)(page);
        return page ?? (raw => raw);
    }

    private static Func<object?, ValueTask<object?>> Awaited(Type inner, Func<object?, object?> show) =>
        Make<Func<Func<object?, object?>, Func<object?, ValueTask<object?>>>>(nameof(Awaiting), inner)(show);

    private static bool Is(Type type, Type open) => type.IsGenericType && type.GetGenericTypeDefinition() == open;

    private static T Make<T>(string name, Type argument) where T : Delegate =>
        typeof(Result).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(argument).CreateDelegate<T>();

    private static PageSource? Paged<TRow>(object? raw) => raw is Page<TRow> page ? PageSource.Of(page) : null;

    private static Func<object?, object?> Loading<T>(Func<object?, object?>? show) =>
        raw => raw is Loaded<T> loaded ? new Pending<T>(loaded, show is null ? null : v => show(v)) : null;

    private static Func<object?, ValueTask<object?>> Awaiting<T>(Func<object?, object?> show) =>
        async raw => show(await (Task<T>)raw!);
}
