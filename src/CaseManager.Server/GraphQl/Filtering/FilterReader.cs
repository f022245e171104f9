using System.Collections;
using CaseManager.Server.GraphQl.Nodes;
using CaseManager.Server.Kernel.Reading;
using GraphQL;

namespace CaseManager.Server.GraphQl.Filtering;

/// <summary>Reads a coerced <c>where</c> into a <see cref="Condition"/>, counting what it may cost on the way.</summary>
internal sealed class FilterReader(IReadOnlyDictionary<string, Column> columns)
{
    private static readonly Dictionary<string, Operator> Operators =
        Enum.GetValues<Operator>().ToDictionary(o => Schema.Names.Camel(o.ToString()), StringComparer.Ordinal);

    public Condition Read(IDictionary<string, object?> where)
    {
        var tests = 0;
        return All(where, 1, ref tests);
    }

    private Condition All(IDictionary<string, object?> where, int depth, ref int tests)
    {
        if (depth > Limits.FilterDepth)
            throw Refused($"A filter may be nested {Limits.FilterDepth} levels deep.");
        var parts = new List<Condition>();
        foreach (var (name, value) in where)
            if (value is not null)
                parts.Add(Part(name, value, depth, ref tests));
        return Joined(parts);
    }

    private Condition Part(string name, object value, int depth, ref int tests)
    {
        if (!columns.TryGetValue(name, out var column))
        {
            var inner = new List<Condition>();
            foreach (var item in (IEnumerable)value)
                inner.Add(All((IDictionary<string, object?>)item, depth + 1, ref tests));
            return name == "or" ? new Condition.Or(inner) : Joined(inner);
        }
        return Tests(column, (IDictionary<string, object?>)value, ref tests);
    }

    private static Condition Tests(Column column, IDictionary<string, object?> operations, ref int tests)
    {
        var parts = new List<Condition>();
        foreach (var (name, value) in operations)
        {
            if (++tests > Limits.FilterTests)
                throw Refused($"A filter may hold {Limits.FilterTests} comparisons.");
            var of = Operators[name];
            if (value is null && !Operations.TakesNull(of))
                throw Refused($"{column.Name}: {name} does not take null.");
            parts.Add(new Condition.Test(column, of, Value(column, of, value, ref tests)));
        }
        return Joined(parts);
    }

    private static object? Value(Column column, Operator of, object? value, ref int tests) => value switch
    {
        IDictionary<string, object?> element => Tests(column, element, ref tests),
        IEnumerable list and not string when Operations.TakesList(of) => Values(column, list),
        _ => Key(column, value),
    };

    private static List<object?> Values(Column column, IEnumerable list)
    {
        var values = new List<object?>();
        foreach (var value in list)
        {
            if (values.Count == Limits.FilterValues)
                throw Refused($"A list of a filter may hold {Limits.FilterValues} values.");
            values.Add(Key(column, value));
        }
        return values;
    }

    /// <summary>A global id becomes its key; one that is malformed becomes the key that no record has.</summary>
    private static object? Key(Column column, object? value)
    {
        if (column.Kind != ColumnKind.Uuid || value is not string id)
            return value;
        return GlobalId.TryRead(id, out _, out var key) ? key : Guid.Empty;
    }

    private static Condition Joined(List<Condition> parts) => parts is [var only] ? only : new Condition.And(parts);

    private static ExecutionError Refused(string message) => new(message) { Code = Codes.Filter };
}
