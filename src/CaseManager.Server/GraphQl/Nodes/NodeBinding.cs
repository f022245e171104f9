using System.Linq.Expressions;
using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using GraphQL.DataLoader;

namespace CaseManager.Server.GraphQl.Nodes;

/// <summary>A registered node with what reflection says about it compiled once.</summary>
internal sealed class NodeBinding
{
    private readonly Func<IReader, Guid, IDataLoaderResult> _load;

    public NodeBinding(NodeType node)
    {
        Type = node;
        MakeId = Constructor(node.Id);
        _load = typeof(NodeBinding).GetMethod(nameof(LoaderOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(node.Row).CreateDelegate<Func<Func<IReader, Guid, IDataLoaderResult>>>()();
    }

    public NodeType Type { get; }

    public string Name => Type.Name;

    /// <summary>Null for nodes named by a code: on inputs these are plain strings.</summary>
    public Func<Guid, object>? MakeId { get; }

    public IDataLoaderResult Load(IReader reader, Guid key) => _load(reader, key);

    public string IdOf(Guid key) => GlobalId.Write(Name, key);

    private static Func<IReader, Guid, IDataLoaderResult> LoaderOf<TRow>() where TRow : class =>
        (reader, key) => new Pending<TRow?>(reader.Load<TRow>(key), null);

    private static Func<Guid, object>? Constructor(Type id)
    {
        if (id.GetConstructor([typeof(Guid)]) is not { } constructor)
            return null;
        var key = Expression.Parameter(typeof(Guid));
        return Expression.Lambda<Func<Guid, object>>(Expression.Convert(Expression.New(constructor, key), typeof(object)), key).Compile();
    }
}
