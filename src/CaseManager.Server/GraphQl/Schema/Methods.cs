using System.Linq.Expressions;
using System.Reflection;
using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.GraphQl.Filtering;
using CaseManager.Server.GraphQl.Binding;
using CaseManager.Server.GraphQl.Paging;
using CaseManager.Server.GraphQl.Scalars;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using GraphQL;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Schema;

/// <summary>What a parameter of a resolver is filled with, and the arguments it puts on the field.</summary>
internal sealed class Methods(
    ScalarTable scalars, InputTypes inputs, FilterTypes filters, SortTypes sorts, Nodes.NodeTable nodes, IServiceProviderIsService services)
{
    /// <summary>Compiles a call of the method; the arguments it needs are added to <paramref name="arguments"/>.</summary>
    public Func<IResolveFieldContext, TResult> Compile<TResult>(MethodInfo method, Type? parent, List<QueryArgument> arguments)
    {
        var context = Expression.Parameter(typeof(IResolveFieldContext));
        var values = method.GetParameters().Select(p =>
        {
            var source = parent is not null && p.Position == 0 ? Parent(p.ParameterType) : Source(method, p, arguments);
            return (Expression)Expression.Convert(Expression.Invoke(Expression.Constant(source), context), p.ParameterType);
        }).ToList();
        var call = Expression.Call(method, values);
        return Expression.Lambda<Func<IResolveFieldContext, TResult>>(Expression.Convert(call, typeof(TResult)), context).Compile();
    }

    private Func<IResolveFieldContext, object?> Parent(Type type) =>
        nodes.OfId(type) is { MakeId: { } make } ? c => make(((IRow)c.Source!).Key) : c => c.Source;

    private Func<IResolveFieldContext, object?> Source(MethodInfo method, ParameterInfo parameter, List<QueryArgument> arguments)
    {
        var type = parameter.ParameterType;
        if (type == typeof(Caller))
            return c => Turn.Of(c).Caller;
        if (type == typeof(CancellationToken))
            return c => Turn.Of(c).Lifetime ?? c.CancellationToken;
        if (type == typeof(Intent))
            return _ => throw new InvalidOperationException($"{method.Name}: only a mutation has an intent.");
        if (type == typeof(Since))
        {
            arguments.Add(new QueryArgument(scalars.Of(typeof(string))!) { Name = "since", Description = Since.Meaning });
            // A browser that reconnects by itself asks as it did at first, and says in a header how far it has come.
            return c => new Since(Turn.Of(c).LastEvent ?? Given(c, "since") as string);
        }
        if (type == typeof(PageArgs))
        {
            arguments.AddRange(PageArguments.Of(scalars));
            return PageArguments.Read;
        }
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Where<>))
            return Where(method, type, arguments);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Order<>))
            return Order(method, type, arguments);
        if (type.IsInterface && Wire.ElementOf(type) is null || services.IsService(type) && Wire.ElementOf(type) is null)
            return c => Turn.Of(c).Services.GetRequiredService(type);
        return Argument(parameter, arguments);
    }

    private Func<IResolveFieldContext, object?> Where(MethodInfo method, Type type, List<QueryArgument> arguments)
    {
        var (graph, reader) = filters.Of(nodes.RequireRow(type.GetGenericArguments()[0], method.Name));
        arguments.Add(Costs.Cost(new QueryArgument(graph) { Name = "where", Description = "Which rows." }, Costs.Resolving));
        var make = Maker<Condition>(type);
        return c => Given(c, "where") is IDictionary<string, object?> where ? make(reader.Read(where)) : null;
    }

    private Func<IResolveFieldContext, object?> Order(MethodInfo method, Type type, List<QueryArgument> arguments)
    {
        var node = nodes.RequireRow(type.GetGenericArguments()[0], method.Name);
        arguments.Add(Costs.Cost(
            new QueryArgument(new ListGraphType(new NonNullGraphType(sorts.Of(node)))) { Name = "order", Description = "In which order; the first entry weighs most." },
            Costs.Resolving));
        var make = Maker<IReadOnlyList<Sorting>>(type);
        return c => Given(c, "order") is System.Collections.IEnumerable order && SortTypes.Read(node, order) is { Count: > 0 } by ? make(by) : null;
    }

    private Func<IResolveFieldContext, object?> Argument(ParameterInfo parameter, List<QueryArgument> arguments)
    {
        var (graph, bind) = inputs.Of(Wire.Of(parameter));
        var name = Names.Argument(parameter);
        var absent = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        arguments.Add(new QueryArgument(graph) { Name = name, Description = Descriptions.Of(parameter), DefaultValue = absent });
        return c => Given(c, name) is { } value ? bind(value, name, null) : absent;
    }

    private static object? Given(IResolveFieldContext context, string name) =>
        context.Arguments is { } given && given.TryGetValue(name, out var argument) ? argument.Value : null;

    private static Func<TPart, object> Maker<TPart>(Type type)
    {
        var part = Expression.Parameter(typeof(TPart));
        return Expression.Lambda<Func<TPart, object>>(Expression.New(type.GetConstructor([typeof(TPart)])!, part), part).Compile();
    }
}
