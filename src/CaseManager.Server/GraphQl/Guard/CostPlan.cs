using CaseManager.Server.GraphQl.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl.Guard;

/// <summary>The cost of a document's operations: worked out once, and again only where a page size comes from a variable.</summary>
internal sealed class CostPlan(ISchema schema, GraphQLDocument document)
{
    private readonly Dictionary<GraphQLOperationDefinition, Cost> _fixed = [];

    public Cost Of(GraphQLOperationDefinition operation, IReadOnlyDictionary<string, object?>? variables)
    {
        lock (_fixed)
            if (_fixed.TryGetValue(operation, out var known))
                return known;
        var walk = new CostWalk(schema, document, operation, variables);
        var cost = walk.Operation();
        if (!walk.Varies)
            lock (_fixed)
                _fixed[operation] = cost;
        return cost;
    }
}
