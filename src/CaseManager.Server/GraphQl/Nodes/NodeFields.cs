using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.GraphQl.Scalars;
using CaseManager.Server.GraphQl.Schema;
using GraphQL;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Nodes;

/// <summary><c>node</c> and <c>nodes</c>: any record by its global id; malformed, hidden and missing are the same null.</summary>
internal static class NodeFields
{
    public static void AddTo(ObjectGraphType query, NodeTable nodes, IGraphType node, ScalarTable scalars)
    {
        var id = new NonNullGraphType(scalars.Id);
        query.AddField(Costs.AskingOnce(Costs.Cost(new FieldType
        {
            Name = "node",
            Description = "A record by its global id.",
            ResolvedType = node,
            Arguments = new QueryArguments(new QueryArgument(id) { Name = "id" }),
            Resolver = Resolver.Of(c => Load(c, nodes, c.GetArgument<string>("id"))),
        }, Costs.Resolving)));
        query.AddField(Costs.Cost(new FieldType
        {
            Name = "nodes",
            Description = $"Records by their global ids, at most {Limits.Nodes}.",
            ResolvedType = new NonNullGraphType(new ListGraphType(node)),
            Arguments = new QueryArguments(new QueryArgument(new NonNullGraphType(new ListGraphType(id))) { Name = "ids" }),
            Resolver = Resolver.Of(c => LoadAll(c, nodes, c.GetArgument<List<string>>("ids"))),
        }, Costs.Resolving));
    }

    private static List<object?> LoadAll(IResolveFieldContext context, NodeTable nodes, List<string> ids)
    {
        if (ids.Count > Limits.Nodes)
            throw new ExecutionError($"At most {Limits.Nodes} ids at once.") { Code = Codes.TooManyNodes };
        return [.. ids.Select(id => Load(context, nodes, id))];
    }

    private static object? Load(IResolveFieldContext context, NodeTable nodes, string id) =>
        GlobalId.TryRead(id, out var type, out var key) && nodes.Named(type) is { } node ? node.Load(References.Reader(context), key) : null;
}
