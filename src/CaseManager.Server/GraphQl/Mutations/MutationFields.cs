using System.Linq.Expressions;
using System.Reflection;
using CaseManager.Domain.Kernel;
using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.GraphQl.Binding;
using CaseManager.Server.GraphQl.Nodes;
using CaseManager.Server.GraphQl.Scalars;
using CaseManager.Server.GraphQl.Schema;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Wire;
using GraphQL;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Mutations;

/// <summary>Methods <c>(XInput input, Intent intent, …) → Task&lt;Acted&gt;</c> as mutations with one input and a payload.</summary>
internal sealed class MutationFields(ScalarTable scalars, InputTypes inputs, PayloadTypes payloads, NodeTable nodes)
{
    public const string ClientMutationId = "clientMutationId";

    private static readonly Refusal KeyTooLong = Text.TooLong.At(ClientMutationId);

    public FieldType Of(MethodInfo method)
    {
        var name = Names.Field(method);
        var returns = method.GetCustomAttributes().OfType<IReturns>().SingleOrDefault()
            ?? throw new InvalidOperationException($"Mutation {name} does not say which record it returns.");
        if (method.GetParameters() is not [var input, ..] || method.ReturnType != typeof(Task<Acted>))
            throw new InvalidOperationException($"Mutation {name} must take its input first and return Task<Acted>.");
        var (type, record) = inputs.Object(input.ParameterType);
        if (!type.HasField(ClientMutationId))
            type.AddField(new FieldType { Name = ClientMutationId, ResolvedType = scalars.String, Description = "Made once for each intent; a repeat gets the first answer." });
        var row = nodes.RequireRow(returns.Row, name);
        var call = Compile(method);
        return Costs.Cost(new FieldType
        {
            Name = name,
            Description = Descriptions.Of(method),
            ResolvedType = new NonNullGraphType(payloads.Of(Names.Pascal(name), returns)),
            Arguments = new QueryArguments(new QueryArgument(new NonNullGraphType(type)) { Name = "input" }),
            Resolver = new Resolver(async context => await Act(context, name, record, row, call)),
        }, Costs.Resolving);
    }

    private static async Task<Payload> Act(IResolveFieldContext context, string name, InputRecord record, NodeBinding row, Call call)
    {
        var turn = Turn.Of(context);
        var given = (IDictionary<string, object?>)context.Arguments!["input"].Value!;
        var key = given.TryGetValue(ClientMutationId, out var id) ? (string?)id : null;
        var faults = new List<Refusal>();
        if (key?.Length > Limits.ClientMutationIdCharacters)
            faults.Add(KeyTooLong);
        var input = record.Bind(given, "", faults);
        if (faults.Count > 0)
            return Payload.Refused(faults, key);

        var intent = new Intent(turn.Caller, key, Fingerprint.Of(name, given), turn.Correlation);
        await turn.RenewToAct();
        var acted = await call(input, intent, turn, context.CancellationToken);
        await turn.Renew();
        if (acted.Refusal is { } refusal)
        {
            turn.Trail.Refuse(refusal);
            foreach (var seen in acted.Stale?.Seen ?? [])
                turn.Trail.Show(seen);
            return new Payload(new Acted(null, 0), null, key, [ActErrors.Of(refusal, acted.Stale)]);
        }
        return new Payload(acted, Shown(context, row, acted), key, null);
    }

    // What the act itself may show needs no second question; anything else is asked for under the rights of now.
    private static object? Shown(IResolveFieldContext context, NodeBinding row, Acted acted) => acted switch
    {
        { Row: { } stored } when row.Type.Row.IsInstanceOfType(stored) => Shown(context, row, stored),
        { Id: { } at } => row.Load(References.Reader(context), at),
        _ => null,
    };

    private static object Shown(IResolveFieldContext context, NodeBinding row, object stored)
    {
        Turn.Of(context).Trail.Show(row.Type.View, stored);
        return stored;
    }

    private delegate Task<Acted> Call(object input, Intent intent, Turn turn, CancellationToken cancel);

    private static Call Compile(MethodInfo method)
    {
        var input = Expression.Parameter(typeof(object));
        var intent = Expression.Parameter(typeof(Intent));
        var turn = Expression.Parameter(typeof(Turn));
        var cancel = Expression.Parameter(typeof(CancellationToken));
        var service = ((Func<IServiceProvider, object>)ServiceProviderServiceExtensions.GetRequiredService<object>).Method.GetGenericMethodDefinition();
        var values = method.GetParameters().Select(p => p.ParameterType switch
        {
            _ when p.Position == 0 => (Expression)Expression.Convert(input, p.ParameterType),
            var type when type == typeof(Intent) => intent,
            var type when type == typeof(CancellationToken) => cancel,
            var type when type == typeof(Caller) => Expression.Property(turn, nameof(Turn.Caller)),
            var type => Expression.Call(service.MakeGenericMethod(type), Expression.Property(turn, nameof(Turn.Services))),
        });
        return Expression.Lambda<Call>(Expression.Call(method, values), input, intent, turn, cancel).Compile();
    }
}
