using CaseManager.Domain.Kernel;
using CaseManager.Server.GraphQl.Nodes;
using CaseManager.Server.GraphQl.Scalars;
using CaseManager.Server.GraphQl.Schema;
using CaseManager.Server.Kernel.Wire;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Binding;

/// <summary>Input types by C# type, each with the binder that makes the C# value.</summary>
internal sealed class InputTypes(ScalarTable scalars, EnumTypes enums, NodeTable nodes)
{
    private readonly Dictionary<Type, InputObjectGraphType> _objects = [];
    private readonly Dictionary<Type, InputRecord> _records = [];

    /// <summary>The type with its NonNull wrappers, and its binder.</summary>
    public (IGraphType Type, Binder Bind) Of(Wire wire)
    {
        var (type, bind) = Named(wire);
        return (wire.Nullable ? type : new NonNullGraphType(type), bind);
    }

    public (InputObjectGraphType Type, InputRecord Record) Object(Type type)
    {
        if (_objects.TryGetValue(type, out var known))
            return (known, _records[type]);
        var made = _objects[type] = new InputObjectGraphType { Name = Names.Input(type), Description = Descriptions.Of(type) };
        _records[type] = new InputRecord(type, made, this);
        return (made, _records[type]);
    }

    private (IGraphType Type, Binder Bind) Named(Wire wire)
    {
        if (wire.Item is { } item)
        {
            var (inner, bindItem) = Of(item);
            return (new ListGraphType(inner), Lists.Binder(wire.Type, ClrOf(item), bindItem));
        }
        if (scalars.Of(wire.Type) is { } scalar)
            return (scalar, (value, _, _) => value);
        if (wire.Type.IsEnum)
            return (enums.Of(wire.Type), (value, _, _) => value);
        if (nodes.OfId(wire.Type) is { MakeId: not null } node)
            return (scalars.Id, IdBinder(node));
        if (wire.Type == typeof(AnyRecord))
            return (scalars.Id, (value, path, faults) => value is string id ? Any(id, path, faults) : null);
        if (TextWrapper.Of(wire.Type) is { } wrapper)
            return (scalars.String, (value, _, _) => value is string text ? wrapper.Make(text) : null);
        if (!wire.Type.IsClass)
            throw new InvalidOperationException($"{wire.Type} cannot be an input: it is neither a scalar, an enumeration, a record nor the id of a registered node.");
        var (type, record) = Object(wire.Type);
        return (type, (value, path, faults) => value is IDictionary<string, object?> fields ? record.Bind(fields, path, faults) : null);
    }

    private AnyRecord Any(string id, string path, List<Refusal>? faults)
    {
        if (GlobalId.TryRead(id, out var type, out var key) && nodes.Named(type) is { } node)
            return new AnyRecord(node.Type.Id, key);
        faults?.Add(BinderFaults.MalformedId.At(path));
        return default;
    }

    private static Binder IdBinder(NodeBinding node) => (value, path, faults) =>
    {
        if (value is null)
            return null;
        if (GlobalId.TryRead((string)value, out var type, out var key) && type == node.Name)
            return node.MakeId!(key);
        faults?.Add(BinderFaults.MalformedId.At(path));
        return node.MakeId!(Guid.Empty);
    };

    private static Type ClrOf(Wire wire) => wire.Nullable && wire.Type.IsValueType ? typeof(Nullable<>).MakeGenericType(wire.Type) : wire.Type;
}
