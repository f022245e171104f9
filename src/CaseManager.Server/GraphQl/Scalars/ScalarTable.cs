using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Scalars;

/// <summary>Scalars by C# type, one instance for the schema.</summary>
internal sealed class ScalarTable
{
    private readonly Dictionary<Type, ScalarGraphType> _byType = new()
    {
        [typeof(string)] = new StringGraphType(),
        [typeof(int)] = new IntGraphType(),
        [typeof(bool)] = new BooleanGraphType(),
        [typeof(double)] = new FloatGraphType(),
        [typeof(long)] = new LongScalar(),
        [typeof(decimal)] = new DecimalScalar(),
        [typeof(Guid)] = new UuidScalar(),
        [typeof(DateTimeOffset)] = new DateTimeScalar(),
        [typeof(DateOnly)] = new LocalDateScalar(),
        [typeof(TimeOnly)] = new LocalTimeScalar(),
        [typeof(TimeSpan)] = new DurationScalar(),
        [typeof(Uri)] = new UrlScalar(),
    };

    public ScalarGraphType Id { get; } = new IdGraphType();

    public ScalarGraphType String => _byType[typeof(string)];

    public ScalarGraphType Int => _byType[typeof(int)];

    public ScalarGraphType Boolean => _byType[typeof(bool)];

    public ScalarGraphType Long => _byType[typeof(long)];

    public ScalarGraphType? Of(Type type) => _byType.GetValueOrDefault(type);
}
