using GraphQL;
using GraphQL.Resolvers;

namespace CaseManager.Server.GraphQl.Execution;

/// <summary>A field's value worked out by a delegate compiled when the schema was composed.</summary>
internal sealed class Resolver(Func<IResolveFieldContext, ValueTask<object?>> resolve) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => resolve(context);

    public static Resolver Of(Func<IResolveFieldContext, object?> resolve) => new(context => new(resolve(context)));
}
