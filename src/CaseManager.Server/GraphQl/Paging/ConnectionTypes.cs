using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.GraphQl.Scalars;
using CaseManager.Server.GraphQl.Schema;
using GraphQL;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Paging;

/// <summary>Connections named after the field that gives them: <c>cases</c> is a <c>CasesConnection</c> of <c>CasesEdge</c>.</summary>
internal sealed class ConnectionTypes(ScalarTable scalars)
{
    private readonly Dictionary<string, (ObjectGraphType Type, string Node)> _made = new(StringComparer.Ordinal);
    private readonly ObjectGraphType _pageInfo = PageInfo(scalars);

    /// <summary>Two fields of one name share the type when their rows are the same; otherwise the parent's name comes first.</summary>
    public ObjectGraphType Of(string parent, string field, IGraphType node)
    {
        var name = Names.Pascal(field);
        if (_made.TryGetValue(name, out var known) && known.Node != node.Name)
            name = parent + name;
        if (_made.TryGetValue(name, out known))
            return known.Type;
        var made = Connection(name, field, node);
        _made[name] = (made, node.Name);
        return made;
    }

    private ObjectGraphType Connection(string name, string field, IGraphType node)
    {
        var type = new ObjectGraphType { Name = name + "Connection", Description = $"A page of {field}." };
        Add(type, "pageInfo", "Where the page lies.", new NonNullGraphType(_pageInfo), Resolver.Of(c => c.Source));
        Add(type, "edges", "The rows with their cursors.", new ListGraphType(new NonNullGraphType(Edge(name, node))), Resolver.Of(c => Page(c).Edges()));
        Add(type, "nodes", "The rows.", new ListGraphType(new NonNullGraphType(node)), Resolver.Of(c => Page(c).Rows()));
        var total = Add(type, "totalCount", "How many rows there are in all, as far as the caller may see.",
            new NonNullGraphType(scalars.Int), new Resolver(async c => await Page(c).Total(c.CancellationToken)));
        Costs.AskingOnce(Costs.Cost(total, Costs.Resolving));
        return type;
    }

    private ObjectGraphType Edge(string name, IGraphType node)
    {
        var type = new ObjectGraphType { Name = name + "Edge" };
        Add(type, "cursor", "Marks the row's place in the list.", new NonNullGraphType(scalars.String), Resolver.Of(c => ((Edge)c.Source!).Cursor));
        Add(type, "node", "The row.", new NonNullGraphType(node), Resolver.Of(c => ((Edge)c.Source!).Node));
        return type;
    }

    private static ObjectGraphType PageInfo(ScalarTable scalars)
    {
        var type = new ObjectGraphType { Name = "PageInfo", Description = "Where a page lies in its list." };
        Add(type, "hasNextPage", null, new NonNullGraphType(scalars.Boolean), Resolver.Of(c => Page(c).HasNextPage));
        Add(type, "hasPreviousPage", null, new NonNullGraphType(scalars.Boolean), Resolver.Of(c => Page(c).HasPreviousPage));
        Add(type, "startCursor", null, scalars.String, Resolver.Of(c => Page(c).Count == 0 ? null : Page(c).Cursor(0)));
        Add(type, "endCursor", null, scalars.String, Resolver.Of(c => Page(c).Count == 0 ? null : Page(c).Cursor(Page(c).Count - 1)));
        return type;
    }

    private static PageSource Page(IResolveFieldContext context) => (PageSource)context.Source!;

    private static FieldType Add(ObjectGraphType type, string name, string? description, IGraphType of, Resolver resolver) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = of, Resolver = resolver });
}
