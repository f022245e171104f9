using System.Linq.Expressions;
using System.Text.Json;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using Npgsql;

namespace CaseManager.Server.Kernel.Reading;

/// <summary>Compiles how a row goes into a COPY: each cell in the type that the driver writes, without a box around it.</summary>
internal static class RowWriting
{
    public static Action<NpgsqlBinaryImporter, object> Compile(Type row, IReadOnlyList<RowShape.Cell> cells)
    {
        var copy = Expression.Parameter(typeof(NpgsqlBinaryImporter));
        var given = Expression.Parameter(typeof(object));
        var typed = Expression.Variable(row);
        var writes = cells.Select(cell => Write(copy, Expression.Property(typed, cell.Property), cell));
        var body = Expression.Block([typed], [Expression.Assign(typed, Expression.Convert(given, row)), .. writes]);
        return Expression.Lambda<Action<NpgsqlBinaryImporter, object>>(body, copy, given).Compile();
    }

    private static Expression Write(Expression copy, Expression held, RowShape.Cell cell)
    {
        var nullable = Nullable.GetUnderlyingType(held.Type) is not null;
        var raw = Raw(nullable ? Expression.Property(held, "Value") : held, cell);
        var write = Expression.Call(copy, nameof(NpgsqlBinaryImporter.Write), [raw.Type], raw, Expression.Constant(cell.DbType));
        if (!cell.Nullable)
            return write;
        var known = nullable ? (Expression)Expression.Property(held, "HasValue") : Expression.ReferenceNotEqual(held, Expression.Constant(null));
        return Expression.IfThenElse(known, write, Expression.Call(copy, nameof(NpgsqlBinaryImporter.WriteNull), null));
    }

    private static Expression Raw(Expression value, RowShape.Cell cell) => cell switch
    {
        _ when cell.Clr == typeof(AgencyId) => Expression.Property(value, nameof(AgencyId.Code)),
        _ when Ids.IsId(cell.Clr) => Expression.Property(value, "Value"),
        { Kind: ColumnKind.Choice } => Own(nameof(NameOf), cell.Clr, value),
        { Kind: ColumnKind.Time } => Expression.Call(value, nameof(DateTimeOffset.ToUniversalTime), null),
        { Kind: ColumnKind.Texts } => Own(nameof(Texts), null, value),
        { Kind: ColumnKind.Json } => Own(nameof(Json), cell.Clr, value),
        _ => value,
    };

    private static MethodCallExpression Own(string method, Type? of, Expression value) =>
        Expression.Call(typeof(RowWriting), method, of is null ? null : [of], value);

    private static string NameOf<T>(T choice) where T : struct, Enum => Names<T>.Of[choice];

    private static string[] Texts(Items<string> texts) => [.. texts];

    private static string Json<T>(T value) => value is IReadOnlyCollection<object> { Count: 0 } ? "[]" : JsonSerializer.Serialize(value, FactJson.Options);

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Of = Enum.GetValues<T>().Distinct().ToDictionary(choice => choice, choice => choice.ToString());
    }
}
