using CaseManager.Server.GraphQl.Filtering;
using CaseManager.Server.GraphQl.Binding;
using CaseManager.Server.GraphQl.Mutations;
using CaseManager.Server.GraphQl.Nodes;
using CaseManager.Server.GraphQl.Paging;
using CaseManager.Server.GraphQl.Scalars;
using CaseManager.Server.Kernel.Wire;
using GraphQL.Conversion;
using GraphQL.Introspection;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Schema;

/// <summary>Turns what the slices offer into the engine's schema, once, at start-up.</summary>
internal static class SchemaComposer
{
    public static ISchema Compose(WireModel model, IServiceProviderIsService services)
    {
        var scalars = new ScalarTable();
        var enums = new EnumTypes();
        var nodes = new NodeTable(model);
        var inputs = new InputTypes(scalars, enums, nodes);
        var methods = new Methods(scalars, inputs, new FilterTypes(new OperationTypes(scalars, enums, nodes)), new SortTypes(enums), nodes, services);
        var outputs = new OutputTypes(model, scalars, enums, nodes, new ConnectionTypes(scalars), methods);

        var schema = new global::GraphQL.Types.Schema
        {
            NameConverter = DefaultNameConverter.Instance,
            Comparer = new AlphabeticalSchemaComparer(),
            Query = Query(model, nodes, outputs, scalars),
        };
        schema.Features.RepeatableDirectives = true;
        schema.Features.DeprecationOfInputValues = true;
        Costs.Register(schema, scalars);
        if (model.Mutations.Count > 0)
        {
            var payloads = new PayloadTypes(scalars, outputs);
            schema.Mutation = Mutation(model, new MutationFields(scalars, inputs, payloads, nodes));
            schema.RegisterType(payloads.Error);
        }
        if (model.Subscriptions.Count > 0)
            schema.Subscription = Subscription(model, new SubscriptionFields(outputs, methods));
        foreach (var node in nodes.All)
            schema.RegisterType(outputs.Object(node.Type.Row));
        schema.RegisterVisitor(new IntrospectionGaps());
        schema.Initialize();
        return schema;
    }

    private static ObjectGraphType Query(WireModel model, NodeTable nodes, OutputTypes outputs, ScalarTable scalars)
    {
        var query = new ObjectGraphType { Name = "Query" };
        NodeFields.AddTo(query, nodes, outputs.Node, scalars);
        foreach (var resolvers in model.Queries)
            outputs.AddMethods(query, resolvers, null);
        return query;
    }

    private static ObjectGraphType Mutation(WireModel model, MutationFields fields)
    {
        var mutation = new ObjectGraphType { Name = "Mutation" };
        foreach (var method in model.Mutations.SelectMany(OutputTypes.Methods))
            mutation.AddField(fields.Of(method));
        return mutation;
    }

    private static ObjectGraphType Subscription(WireModel model, SubscriptionFields fields)
    {
        var subscription = new ObjectGraphType { Name = "Subscription" };
        foreach (var method in model.Subscriptions.SelectMany(OutputTypes.Methods))
            subscription.AddField(fields.Of(method));
        return subscription;
    }
}
