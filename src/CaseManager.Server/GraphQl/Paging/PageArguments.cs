using CaseManager.Server.GraphQl.Scalars;
using CaseManager.Server.Kernel.Reading;
using GraphQL;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Paging;

internal static class PageArguments
{
    public static IEnumerable<QueryArgument> Of(ScalarTable scalars)
    {
        yield return new QueryArgument(scalars.Int) { Name = "first", Description = "How many rows from the start, or after the cursor." };
        yield return new QueryArgument(scalars.String) { Name = "after", Description = "Rows after this cursor." };
        yield return new QueryArgument(scalars.Int) { Name = "last", Description = "How many rows from the end, or before the cursor." };
        yield return new QueryArgument(scalars.String) { Name = "before", Description = "Rows before this cursor." };
    }

    public static PageArgs Read(IResolveFieldContext context)
    {
        var page = new PageArgs(Value<int?>(context, "first"), Value<string?>(context, "after"), Value<int?>(context, "last"), Value<string?>(context, "before"));
        if (page is { First: not null, Last: not null })
            throw Refused(Codes.PageBoundary, "Ask for at most one of first and last.");
        var count = page.First ?? page.Last ?? Limits.PageDefault;
        if (count < 0)
            throw Refused(Codes.PageBelowZero, "A page cannot hold fewer than 0 rows.");
        if (count > Limits.PageMost)
            throw Refused(Codes.PageTooLarge, $"A page holds at most {Limits.PageMost} rows.");
        return page;
    }

    private static T? Value<T>(IResolveFieldContext context, string name) =>
        context.Arguments is { } given && given.TryGetValue(name, out var argument) && argument.Value is T value ? value : default;

    private static ExecutionError Refused(string code, string message) => new(message) { Code = code };
}
