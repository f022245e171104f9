using System.Reflection;
using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.GraphQl.Nodes;
using CaseManager.Server.GraphQl.Paging;
using CaseManager.Server.GraphQl.Scalars;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Schema;

/// <summary>Object types by C# type: a record's public properties, and the methods that slices add to it.</summary>
internal sealed class OutputTypes(
    WireModel model, ScalarTable scalars, EnumTypes enums, NodeTable nodes, ConnectionTypes connections, Methods methods)
{
    private readonly Dictionary<Type, ObjectGraphType> _made = [];

    public InterfaceGraphType Node { get; } = NodeInterface(scalars);

    public IGraphType Of(Wire wire) => wire.Nullable ? Named(wire) : new NonNullGraphType(Named(wire));

    public ObjectGraphType Object(Type type)
    {
        if (_made.TryGetValue(type, out var known))
            return known;
        var node = nodes.OfRow(type);
        var made = _made[type] = new ObjectGraphType { Name = node?.Name ?? Names.Type(type), Description = Descriptions.Of(type) };
        made.IsTypeOf = type.IsInstanceOfType;
        foreach (var property in Properties(type))
            made.AddField(Property(node, property));
        if (node is not null)
            Identify(made, node);
        foreach (var (_, fields) in model.Fields.Where(f => f.Parent == type))
            AddMethods(made, fields, type);
        foreach (var (_, fields) in model.FieldsById.Where(f => f.Id == node?.Type.Id))
            AddMethods(made, fields, type);
        return made;
    }

    private void Identify(ObjectGraphType type, NodeBinding node)
    {
        if (!type.HasField("id"))
            type.AddField(new FieldType
            {
                Name = "id",
                ResolvedType = new NonNullGraphType(scalars.Id),
                Resolver = Resolver.Of(c => node.IdOf(((IRow)c.Source!).Key)),
            });
        type.AddResolvedInterface(Node);
        Node.AddPossibleType(type);
    }

    /// <summary>The public static methods of <paramref name="resolvers"/> as fields of <paramref name="target"/>.</summary>
    public void AddMethods(ObjectGraphType target, Type resolvers, Type? parent)
    {
        foreach (var method in Methods(resolvers))
            target.AddField(Method(target.Name, method, parent));
    }

    public static IEnumerable<MethodInfo> Methods(Type resolvers) => resolvers
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(m => !m.IsSpecialName && m.GetCustomAttribute<HiddenAttribute>() is null);

    private FieldType Method(string owner, MethodInfo method, Type? parent)
    {
        var arguments = new List<QueryArgument>();
        var call = methods.Compile<object?>(method, parent, arguments);
        var result = Result.Of(method);
        var name = Names.Field(method);
        var field = new FieldType
        {
            Name = name,
            Description = Descriptions.Of(method),
            DeprecationReason = method.GetCustomAttribute<ObsoleteAttribute>()?.Message,
            ResolvedType = result.Row is null ? Of(result.Value) : connections.Of(owner, name, Object(result.Row)),
            Arguments = new QueryArguments(arguments),
            Resolver = new Resolver(context => result.Show(call(context))),
        };
        if (result.Row is not null)
            Costs.Connection(field);
        if (result.Once)
            Costs.AskingOnce(field);
        return result.Fetched ? Costs.Cost(field, Costs.Resolving) : field;
    }

    private FieldType Property(NodeBinding? owner, PropertyInfo property)
    {
        var wire = Wire.Of(property);
        var field = new FieldType
        {
            Name = Names.Field(property),
            Description = Descriptions.Of(property),
            DeprecationReason = property.GetCustomAttribute<ObsoleteAttribute>()?.Message,
        };
        var read = Getters.Of(property);
        if (property.Name == "Id" && (owner ?? nodes.OfId(wire.Type)) is { } self)
        {
            field.ResolvedType = new NonNullGraphType(scalars.Id);
            field.Resolver = Resolver.Of(c => self.IdOf(read(c.Source!) is Guid key ? key : self.Type.Key(read(c.Source!)!)));
            return field;
        }
        if (nodes.OfId(wire.Type) is { } node)
        {
            field.ResolvedType = Object(node.Type.Row);
            field.Resolver = Resolver.Of(c => References.Load(c, node, read(c.Source!)));
            return Costs.AskingOnce(Costs.Cost(field, Costs.Batched));
        }
        if (wire.Type == typeof(AnyRecord))
        {
            field.ResolvedType = Node;
            field.Resolver = Resolver.Of(c => read(c.Source!) is AnyRecord record ? References.Load(c, nodes, record) : null);
            return Costs.Cost(field, Costs.Batched);
        }
        if (wire.Item is { } item && nodes.OfId(item.Type) is { } listed)
        {
            field.ResolvedType = new NonNullGraphType(new ListGraphType(Object(listed.Type.Row)));
            field.Resolver = Resolver.Of(c => References.LoadAll(c, listed, read(c.Source!)));
            return Costs.Cost(field, Costs.Batched);
        }
        field.ResolvedType = Of(wire);
        field.Resolver = TextWrapper.Of(wire.Type) is { } wrapper
            ? Resolver.Of(c => read(c.Source!) is { } value ? wrapper.Read(value) : null)
            : Resolver.Of(c => read(c.Source!));
        return field;
    }

    private IGraphType Named(Wire wire)
    {
        if (wire.Item is { } item)
            return new ListGraphType(Of(item));
        if (scalars.Of(wire.Type) is { } scalar)
            return scalar;
        if (wire.Type.IsEnum)
            return enums.Of(wire.Type);
        if (TextWrapper.Of(wire.Type) is not null)
            return scalars.String;
        if (!wire.Type.IsClass || wire.Type == typeof(object))
            throw new InvalidOperationException($"{wire.Type} cannot be shown: it is neither a scalar, an enumeration, a record nor the id of a registered node.");
        return Object(wire.Type);
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.GetMethod is not null && p.GetIndexParameters().Length == 0 && p.GetCustomAttribute<HiddenAttribute>() is null && !IsInternal(type, p))
        .OrderBy(p => p.MetadataToken);

    /// <summary>A row's key is shown as its global id, and its label to nobody.</summary>
    private static bool IsInternal(Type type, PropertyInfo property) =>
        typeof(IRow).IsAssignableFrom(type) && property.Name is (nameof(IRow.Key) or nameof(IRow.Label));

    private static InterfaceGraphType NodeInterface(ScalarTable scalars)
    {
        var node = new InterfaceGraphType { Name = "Node", Description = "Something with a global id." };
        node.AddField(new FieldType { Name = "id", ResolvedType = new NonNullGraphType(scalars.Id), Description = "Opaque, and the same for ever." });
        return node;
    }
}
