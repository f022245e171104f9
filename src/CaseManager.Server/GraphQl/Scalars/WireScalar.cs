using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl.Scalars;

/// <summary>A scalar written as a JSON string, with a specification for it.</summary>
internal abstract class WireScalar<T> : ScalarGraphType where T : notnull
{
    protected WireScalar(string name, string specification, string description)
    {
        Name = name;
        Description = description;
        Specification = specification;
        this.ApplyDirective("specifiedBy", "url", specification);
    }

    public string Specification { get; }

    protected abstract string Write(T value);

    /// <summary>False for every text that is not exactly the form described.</summary>
    protected abstract bool TryRead(string text, out T value);

    public sealed override object? Serialize(object? value) => value is null ? null : Write((T)value);

    public sealed override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Parse((string)text.Value),
        _ => throw Wrong(),
    };

    public sealed override object? ParseValue(object? value) => value switch
    {
        null => null,
        T done => done,
        string text => Parse(text),
        _ => throw Wrong(),
    };

    private object Parse(string text) => TryRead(text, out var value) ? value : throw Wrong();

    /// <summary>Says which form is meant and never repeats what was sent.</summary>
    private FormatException Wrong() => new($"Not a {Name}: {Description}");
}
