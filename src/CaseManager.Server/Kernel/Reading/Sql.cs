using System.Globalization;
using System.Text;
using System.Text.Json;
using CaseManager.Server.Kernel.Facts;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Reading;

/// <summary>A statement under construction: text with numbered parameters. No value that a person gives ever becomes text.</summary>
internal sealed class Sql
{
    private readonly StringBuilder _text = new();
    private readonly List<NpgsqlParameter> _parameters = [];

    public string Text => _text.ToString();

    public Sql Add(string text)
    {
        _text.Append(text);
        return this;
    }

    public Sql Value(object? value, NpgsqlDbType type, string? cast = null)
    {
        _parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        _text.Append('$').Append(_parameters.Count.ToString(CultureInfo.InvariantCulture)).Append(cast);
        return this;
    }

    /// <summary>The one number that stands as text: which plan is best depends on it, and plans are kept.</summary>
    public Sql Limit(int rows)
    {
        _text.Append(CultureInfo.InvariantCulture, $" limit {rows}");
        return this;
    }

    public Sql Where(Condition condition, string? element = null)
    {
        switch (condition)
        {
            case Condition.And { Of.Count: 0 }:
                return Add("true");
            case Condition.Or { Of.Count: 0 }:
                return Add("false");
            case Condition.And and:
                return Joined(and.Of, " and ", element);
            case Condition.Or or:
                return Joined(or.Of, " or ", element);
            case Condition.Test test:
                return Test(test, element ?? test.Column.Sql);
            default:
                throw new ArgumentOutOfRangeException(nameof(condition));
        }
    }

    public NpgsqlBatchCommand Command()
    {
        var command = new NpgsqlBatchCommand(Text);
        foreach (var parameter in _parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    /// <summary>Text and values: two statements with the same are the same question.</summary>
    public string Fingerprint() =>
        Text + JsonSerializer.Serialize(_parameters.Select(p => p.Value));

    private Sql Joined(IReadOnlyList<Condition> of, string with, string? element)
    {
        Add("(");
        for (var i = 0; i < of.Count; i++)
        {
            if (i > 0)
                Add(with);
            Where(of[i], element);
        }
        return Add(")");
    }

    private Sql Test(Condition.Test test, string column)
    {
        var kind = test.Column.Kind;
        switch (test.Operator)
        {
            // As text: what is rare can have an index of its own, and one that asks whether a row exists is joined.
            case Operator.Eq when test is { Column.Kind: ColumnKind.Flag, Value: bool flag }:
                return Add(flag ? column : $"not {column}");
            case Operator.Eq:
                return test.Value is null ? Add($"{column} is null") : Add($"{column} = ").Typed(kind, test.Value);
            case Operator.Neq:
                return Add($"{column} is distinct from ").Typed(kind, test.Value);
            case Operator.In:
                return Add($"{column} = any(").Many(kind, test.Value).Add(")");
            case Operator.Nin:
                return Add($"({column} = any(").Many(kind, test.Value).Add(")) is not true");
            case Operator.Contains:
                return Like(column, $"%{Escape(test.Value)}%");
            case Operator.StartsWith:
                return Like(column, $"{Escape(test.Value)}%");
            case Operator.EndsWith:
                return Like(column, $"%{Escape(test.Value)}");
            case Operator.Ncontains:
                return Add("(").Like(column, $"%{Escape(test.Value)}%").Add(") is not true");
            case Operator.NstartsWith:
                return Add("(").Like(column, $"{Escape(test.Value)}%").Add(") is not true");
            case Operator.NendsWith:
                return Add("(").Like(column, $"%{Escape(test.Value)}").Add(") is not true");
            case Operator.Gt:
                return Add($"{column} > ").Typed(kind, test.Value);
            case Operator.Gte:
                return Add($"{column} >= ").Typed(kind, test.Value);
            case Operator.Lt:
                return Add($"{column} < ").Typed(kind, test.Value);
            case Operator.Lte:
                return Add($"{column} <= ").Typed(kind, test.Value);
            case Operator.Ngt:
                return Add($"({column} > ").Typed(kind, test.Value).Add(") is not true");
            case Operator.Ngte:
                return Add($"({column} >= ").Typed(kind, test.Value).Add(") is not true");
            case Operator.Nlt:
                return Add($"({column} < ").Typed(kind, test.Value).Add(") is not true");
            case Operator.Nlte:
                return Add($"({column} <= ").Typed(kind, test.Value).Add(") is not true");
            case Operator.Some:
                return Add($"exists (select 1 from unnest({column}) e(v) where ").Where((Condition)test.Value!, "e.v").Add(")");
            case Operator.None:
                return Add($"not exists (select 1 from unnest({column}) e(v) where ").Where((Condition)test.Value!, "e.v").Add(")");
            case Operator.All:
                return Add($"not exists (select 1 from unnest({column}) e(v) where (").Where((Condition)test.Value!, "e.v").Add(") is not true)");
            case Operator.Any:
                return Add($"(cardinality({column}) > 0) = ").Value(test.Value, NpgsqlDbType.Boolean);
            case Operator.HoldsAt:
                return Add($"exists (select from jsonb_array_elements({column}) e(v) where (e.v ->> 'from')::timestamptz <= ").TimeOrNow(test.Value)
                    .Add(" and ((e.v ->> 'until')::timestamptz <= ").TimeOrNow(test.Value).Add(") is not true)");
            default:
                throw new ArgumentOutOfRangeException(nameof(test));
        }
    }

    private Sql Like(string column, string pattern) => Add($"{column} ilike ").Value(pattern, NpgsqlDbType.Text);

    private Sql TimeOrNow(object? value) => value is null ? Add("now()") : Typed(ColumnKind.Time, value);

    private static string Escape(object? value) =>
        ((string)value!).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

    private Sql Typed(ColumnKind kind, object? value) => Value(Scalar(value), TypeOf(kind));

    private Sql Many(ColumnKind kind, object? values)
    {
        var scalars = ((System.Collections.IEnumerable)values!).Cast<object>().Select(Scalar).ToArray();
        var array = kind switch
        {
            ColumnKind.Uuid => scalars.Cast<Guid>().ToArray(),
            ColumnKind.Number => scalars.Select(v => Convert.ToInt64(v, CultureInfo.InvariantCulture)).ToArray(),
            ColumnKind.Time => scalars.Cast<DateTimeOffset>().ToArray(),
            ColumnKind.Date => scalars.Cast<DateOnly>().ToArray(),
            ColumnKind.Flag => scalars.Cast<bool>().ToArray(),
            _ => (Array)scalars.Cast<string>().ToArray(),
        };
        return Value(array, NpgsqlDbType.Array | TypeOf(kind));
    }

    private static object? Scalar(object? value) => value switch
    {
        DateTimeOffset time => time.ToUniversalTime(),
        int number => (long)number,
        _ => Ids.Bare(value),
    };

    internal static NpgsqlDbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Uuid => NpgsqlDbType.Uuid,
        ColumnKind.Number => NpgsqlDbType.Bigint,
        ColumnKind.Time => NpgsqlDbType.TimestampTz,
        ColumnKind.Date => NpgsqlDbType.Date,
        ColumnKind.Flag => NpgsqlDbType.Boolean,
        _ => NpgsqlDbType.Text,
    };
}
