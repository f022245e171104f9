using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Wire;

/// <summary>
/// What the slices offer to the outside, in plain C#: resolvers are static methods, types are records.
/// <c>GraphQl/</c> turns it into the schema; no slice knows the engine (ADR 0002).
/// </summary>
/// <remarks>
/// Parameters of a resolver, by type: the parent (first parameter of a field class), <see cref="Where{TRow}"/>, <see cref="Order{TRow}"/>,
/// <see cref="PageArgs"/>, <see cref="Intent"/>, <see cref="Caller"/>, <see cref="CancellationToken"/>, a registered service; anything else is an argument.
/// A result is a value, a task, a <see cref="Loaded{T}"/>, a <see cref="Page{TRow}"/> (a connection named after the field) or, for
/// subscriptions, an async sequence. XML comments become descriptions. Null where the C# type says so.
/// </remarks>
public sealed class WireModel
{
    private readonly List<Type> _queries = [];
    private readonly List<Type> _mutations = [];
    private readonly List<Type> _subscriptions = [];
    private readonly List<NodeType> _nodes = [];
    private readonly List<(Type Parent, Type Fields)> _fields = [];
    private readonly List<(Type Id, Type Fields)> _fieldsById = [];

    public IReadOnlyList<Type> Queries => _queries;
    public IReadOnlyList<Type> Mutations => _mutations;
    public IReadOnlyList<Type> Subscriptions => _subscriptions;
    public IReadOnlyList<NodeType> Nodes => _nodes;
    public IReadOnlyList<(Type Parent, Type Fields)> Fields => _fields;
    public IReadOnlyList<(Type Id, Type Fields)> FieldsById => _fieldsById;

    /// <summary>Public static methods of <paramref name="resolvers"/> become fields of <c>Query</c>.</summary>
    public WireModel Query(Type resolvers) => Add(_queries, resolvers);

    /// <summary>Public static methods become mutations: <c>(XInput input, Intent intent, …) → Task&lt;Acted&gt;</c> marked <see cref="ReturnsAttribute{TRow}"/>.</summary>
    public WireModel Mutation(Type resolvers) => Add(_mutations, resolvers);

    /// <summary>Public static methods returning <c>IAsyncEnumerable&lt;T&gt;</c> become subscriptions.</summary>
    public WireModel Subscription(Type resolvers) => Add(_subscriptions, resolvers);

    /// <summary>
    /// A view's rows become an object type that implements <c>Node</c>. A property of type <typeparamref name="TId"/> on any row or
    /// input is this type's global id; on an output row it becomes a nullable field of this object type, loaded in batches.
    /// </summary>
    public WireModel Node<TRow, TId>(string name, View<TRow> view, Func<TId, Guid> key)
        where TRow : class where TId : struct =>
        Add(_nodes, new NodeType(name, typeof(TRow), typeof(TId), view, id => key((TId)id)));

    /// <summary>Methods of <paramref name="fields"/> become further fields of <typeparamref name="TParent"/>; the parent is their first parameter.</summary>
    public WireModel Extend<TParent>(Type fields) => Add(_fields, (typeof(TParent), fields));

    /// <summary>The same for a node of another slice, known by its id only: the id is the methods' first parameter.</summary>
    public WireModel ExtendById<TId>(Type fields) where TId : struct => Add(_fieldsById, (typeof(TId), fields));

    private WireModel Add<T>(List<T> list, T item)
    {
        list.Add(item);
        return this;
    }
}

/// <summary>An object type with a global id, <c>Type:uuid</c> in base64.</summary>
public sealed record NodeType(string Name, Type Row, Type Id, IView View, Func<object, Guid> Key);

/// <summary>The payload field of a mutation: the record acted on, read back through the caller's own rights.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReturnsAttribute<TRow>(string field) : Attribute, IReturns
{
    public string Field { get; } = field;

    public Type Row => typeof(TRow);
}

public interface IReturns
{
    string Field { get; }
    Type Row { get; }
}

/// <summary>Kept off the wire.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class HiddenAttribute : Attribute;

/// <summary>An input object of which exactly one field is given.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OneOfAttribute : Attribute;

/// <summary>The name on the wire when the C# name is not it.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class WireNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
