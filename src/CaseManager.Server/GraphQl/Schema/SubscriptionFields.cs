using System.Reflection;
using System.Runtime.CompilerServices;
using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.Kernel.Live;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Schema;

/// <summary>
/// Methods returning async sequences as subscriptions. Asked without an event the field opens its source;
/// with one it shows that event.
/// </summary>
internal sealed class SubscriptionFields(OutputTypes outputs, Methods methods)
{
    public FieldType Of(MethodInfo method)
    {
        var info = new NullabilityInfoContext().Create(method.ReturnParameter);
        if (!info.Type.IsGenericType || info.Type.GetGenericTypeDefinition() != typeof(IAsyncEnumerable<>))
            throw new InvalidOperationException($"Subscription {method.Name} must return IAsyncEnumerable<T>.");
        var told = info.GenericTypeArguments[0];
        if (told.Type.IsGenericType && told.Type.GetGenericTypeDefinition() == typeof(Told<>))
            told = told.GenericTypeArguments[0];
        var arguments = new List<QueryArgument>();
        var open = methods.Compile<object>(method, null, arguments);
        var widen = typeof(SubscriptionFields).GetMethod(nameof(Widen), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(info.GenericTypeArguments[0].Type).CreateDelegate<Func<object, CancellationToken, IAsyncEnumerable<object?>>>();
        return Costs.Cost(new FieldType
        {
            Name = Names.Field(method),
            Description = Descriptions.Of(method),
            ResolvedType = outputs.Of(Wire.Of(told)),
            Arguments = new QueryArguments(arguments),
            Resolver = Resolver.Of(context => context.RootValue is Occurred now ? now.Value : Turn.Of(context).Source = widen(open(context), default)),
            StreamResolver = NoStream.Instance,
        }, Costs.Resolving);
    }

    private static async IAsyncEnumerable<object?> Widen<T>(object source, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var value in ((IAsyncEnumerable<T>)source).WithCancellation(cancel))
            yield return value;
    }

    /// <summary>The library wants one on every subscription field; events come through <c>GraphQlEngine.Subscribe</c>.</summary>
    private sealed class NoStream : ISourceStreamResolver
    {
        public static readonly NoStream Instance = new();

        public ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context) =>
            throw new InvalidOperationException("Subscriptions are run by the engine, event by event.");
    }
}

/// <summary>One event of a subscription, being shown.</summary>
internal sealed record Occurred(object? Value);
