using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Wire;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Reading;

/// <summary>
/// A row record and its table: one column per parameter of the primary constructor. Reading and writing are compiled once.
/// </summary>
public sealed class RowShape
{
    private readonly Func<DbDataReader, int, object> _read;
    private readonly Lazy<Action<NpgsqlBinaryImporter, object>> _write;

    private RowShape(Type row, IReadOnlyList<Cell> cells, Func<DbDataReader, int, object> read)
    {
        Row = row;
        Cells = cells;
        _read = read;
        _write = new(() => RowWriting.Compile(row, cells));
        ColumnList = string.Join(", ", cells.Select(c => "t." + c.Sql));
    }

    public Type Row { get; }

    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>The stored columns in the order that <see cref="Read"/> expects, each with alias <c>t</c>.</summary>
    public string ColumnList { get; }

    /// <summary>The row whose cells begin at column <paramref name="from"/>.</summary>
    public object Read(DbDataReader reader, int from = 0) => _read(reader, from);

    /// <summary>Puts the row's cells into a COPY of these columns, whose row was begun.</summary>
    public void Write(NpgsqlBinaryImporter copy, object row) => _write.Value(copy, row);

    public static RowShape Of(Type row)
    {
        var constructor = row.GetConstructors().Single(c => c.GetParameters() is not [var only] || only.ParameterType != row);
        var cells = constructor.GetParameters().Select(p => Cell.Of(row, p)).ToArray();
        var reader = Expression.Parameter(typeof(DbDataReader));
        var from = Expression.Parameter(typeof(int));
        var arguments = cells.Select((cell, i) => cell.ReadAt(reader, Expression.Add(from, Expression.Constant(i))));
        var read = Expression.Lambda<Func<DbDataReader, int, object>>(Expression.New(constructor, arguments), reader, from).Compile();
        return new RowShape(row, cells, read);
    }

    /// <summary>One column of a row.</summary>
    public sealed record Cell(
        string Name, string Sql, string PgType, NpgsqlDbType DbType, ColumnKind Kind, Type Clr, bool Nullable, bool Hidden, Type Raw, PropertyInfo Property, Func<object, object?> Get)
    {
        private static readonly NullabilityInfoContext Nullability = new();

        public static Cell Of(Type row, ParameterInfo parameter)
        {
            var property = row.GetProperty(parameter.Name!)!;
            var underlying = System.Nullable.GetUnderlyingType(parameter.ParameterType);
            var clr = underlying ?? parameter.ParameterType;
            bool nullable;
            lock (Nullability)
                nullable = underlying is not null || (!clr.IsValueType && Nullability.Create(property).ReadState == NullabilityState.Nullable);
            var (pg, db, kind, raw) = Map(clr);
            var target = Expression.Parameter(typeof(object));
            var value = Expression.Convert(Expression.Property(Expression.Convert(target, row), property), typeof(object));
            var get = Expression.Lambda<Func<object, object?>>(value, target).Compile();
            var hidden = property.IsDefined(typeof(HiddenAttribute)) || parameter.IsDefined(typeof(HiddenAttribute));
            return new Cell(JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!), ColumnOf(parameter.Name!),
                pg, db, kind, clr, nullable, hidden, raw, property, get);
        }

        // The few words of SQL that are also words of the field.
        private static string ColumnOf(string name)
        {
            var column = JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
            return column is "case" or "from" or "to" or "order" or "user" ? $"\"{column}\"" : column;
        }

        public NpgsqlParameter Parameter(object row) => new() { NpgsqlDbType = DbType, Value = Stored(Get(row)) ?? DBNull.Value };

        /// <summary>The value as the driver takes it.</summary>
        public object? Stored(object? value) => value switch
        {
            null => null,
            Items<string> texts => texts.ToArray(),
            DateTimeOffset time => time.ToUniversalTime(),
            _ when Kind == ColumnKind.Json => JsonSerializer.Serialize(value, Clr, FactJson.Options),
            _ => Ids.Bare(value),
        };

        internal Expression ReadAt(ParameterExpression reader, Expression index)
        {
            var raw = Expression.Call(reader, typeof(DbDataReader).GetMethod(nameof(DbDataReader.GetFieldValue))!.MakeGenericMethod(Raw), index);
            var target = Nullable && Clr.IsValueType ? typeof(Nullable<>).MakeGenericType(Clr) : Clr;
            var value = Expression.Convert(FromRaw(raw), target);
            return Nullable
                ? Expression.Condition(Expression.Call(reader, nameof(DbDataReader.IsDBNull), null, index), Expression.Default(target), value)
                : value;
        }

        private Expression FromRaw(Expression raw)
        {
            if (Raw == Clr)
                return raw;
            if (Clr == typeof(AgencyId))
                return Expression.New(typeof(AgencyId).GetConstructor([typeof(string)])!, raw);
            if (Ids.IsId(Clr))
                return Expression.New(Clr.GetConstructor([typeof(Guid)])!, raw);
            var read = GetType().GetMethod(nameof(From), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(Clr);
            return Expression.Call(read, Expression.Convert(raw, typeof(object)));
        }

        private static T From<T>(object raw) => raw switch
        {
            string name when typeof(T).IsEnum => Choices<T>.ByName[name],
            string[] texts when typeof(T) == typeof(Items<string>) => (T)(object)new Items<string>(texts),
            "[]" when Empty<T>.List is { } none => none,
            string json => JsonSerializer.Deserialize<T>(json, FactJson.Options)!,
            _ => throw new InvalidCastException($"{raw.GetType().Name} is not read as {typeof(T).Name}."),
        };

        private static (string Pg, NpgsqlDbType Db, ColumnKind Kind, Type Raw) Map(Type clr) => clr switch
        {
            _ when clr == typeof(Guid) || Ids.IsId(clr) => ("uuid", NpgsqlDbType.Uuid, ColumnKind.Uuid, typeof(Guid)),
            _ when clr == typeof(AgencyId) => ("text", NpgsqlDbType.Text, ColumnKind.Text, typeof(string)),
            _ when clr == typeof(string) => ("text", NpgsqlDbType.Text, ColumnKind.Text, typeof(string)),
            _ when clr.IsEnum => ("text", NpgsqlDbType.Text, ColumnKind.Choice, typeof(string)),
            _ when clr == typeof(bool) => ("boolean", NpgsqlDbType.Boolean, ColumnKind.Flag, typeof(bool)),
            _ when clr == typeof(int) => ("integer", NpgsqlDbType.Integer, ColumnKind.Number, typeof(int)),
            _ when clr == typeof(long) => ("bigint", NpgsqlDbType.Bigint, ColumnKind.Number, typeof(long)),
            _ when clr == typeof(DateTimeOffset) => ("timestamptz", NpgsqlDbType.TimestampTz, ColumnKind.Time, typeof(DateTimeOffset)),
            _ when clr == typeof(DateOnly) => ("date", NpgsqlDbType.Date, ColumnKind.Date, typeof(DateOnly)),
            _ when clr == typeof(Items<string>) => ("text[]", NpgsqlDbType.Array | NpgsqlDbType.Text, ColumnKind.Texts, typeof(string[])),
            _ => ("jsonb", NpgsqlDbType.Jsonb, ColumnKind.Json, typeof(string)),
        };
    }

    private static class Empty<T>
    {
        public static readonly T? List = typeof(T) is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Items<>)
            ? JsonSerializer.Deserialize<T>("[]", FactJson.Options)
            : default;
    }

    private static class Choices<T>
    {
        public static readonly Dictionary<string, T> ByName =
            Enum.GetNames(typeof(T)).ToDictionary(name => name, name => (T)Enum.Parse(typeof(T), name));
    }
}
