using System.Runtime.CompilerServices;
using CaseManager.Server.GraphQl.Errors;
using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Kernel.Reading;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl;

/// <summary>The one way to have a GraphQL operation executed, whichever transport asks.</summary>
internal sealed class GraphQlEngine(ISchema schema, Intake intake, RecordReads record, Faults faults, GraphQlOptions settings)
{
    private readonly DocumentExecuter _executer = new(new GraphQLDocumentBuilder(), new DocumentValidator(), new Strategies(), []);

    private readonly Lazy<string> _text = new(() => GraphQl.SchemaText.Print(schema));

    /// <summary>SDL.</summary>
    public string SchemaText => _text.Value;

    public bool ShowsSchemaTo(Caller caller) => intake.ShowsSchemaTo(caller);

    /// <summary>Text or id to a validated operation, without executing it.</summary>
    public Task<Intaken> Take(GraphQlRequest request, Caller? caller, CancellationToken cancel) => intake.Take(request, caller, cancel);

    /// <param name="scope">Of this request; its reader is the caller's.</param>
    /// <param name="caller">Null is refused.</param>
    public async Task<Answer> Execute(GraphQlRequest request, IServiceProvider scope, Caller? caller, CancellationToken cancel) =>
        await Execute(request, await intake.Take(request, caller, cancel), scope, caller, cancel);

    /// <summary>Executes what <see cref="Take"/> gave.</summary>
    public async Task<Answer> Execute(GraphQlRequest request, Intaken taken, IServiceProvider scope, Caller? caller, CancellationToken cancel)
    {
        if (taken.Refused is { } refused)
            return refused;
        if (taken.Operation!.Operation == OperationType.Subscription)
            return Answer.Refused(new WireError("A subscription needs a transport that streams.", Codes.BadRequest));
        using var span = Telemetry.Start(taken.Operation, taken.Prepared!.Hash, () => intake.Ships(taken.Prepared));
        await using var turn = new Turn(caller!, scope, Faults.TraceId())
        {
            LastQuestion = taken.Prepared.LastQuestions.GetValueOrDefault(taken.Operation),
        };
        scope.GetRequiredService<SeatCaller>()(scope, caller!, turn.Trail);
        return await Run(request, taken, turn, null, cancel);
    }

    /// <summary>One answer for each event, each made in a scope of its own under the rights of that moment.</summary>
    /// <param name="services">Anything that can make scopes.</param>
    public async IAsyncEnumerable<Answer> Subscribe(
        GraphQlRequest request, IServiceProvider services, Caller? caller, [EnumeratorCancellation] CancellationToken cancel)
    {
        var taken = await intake.Take(request, caller, cancel);
        if (taken.Refused is { } refused)
        {
            yield return refused;
            yield break;
        }
        if (taken.Operation!.Operation != OperationType.Subscription)
        {
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            yield return await Execute(request, taken, scope.ServiceProvider, caller, cancel);
            yield break;
        }
        using var span = Telemetry.Start(taken.Operation, taken.Prepared!.Hash, () => intake.Ships(taken.Prepared));
        var atOpening = new Trail();
        await using var opening = Turn.Seat(services, caller!, atOpening);
        await using var turn = new Turn(caller!, opening.ServiceProvider, Faults.TraceId()) { Trail = atOpening, Lifetime = cancel, LastEvent = request.LastEvent };
        var opened = await Run(request, taken, turn, null, cancel);
        if (turn.Source is not { } source)
        {
            yield return opened;
            yield break;
        }
        await using var events = source.GetAsyncEnumerator(cancel);
        while (true)
        {
            var (value, ended) = await Next(events);
            if (ended is not null)
            {
                if (ended.Errors.Count > 0)
                    yield return ended;
                yield break;
            }
            var trail = new Trail();
            await using var scope = Turn.Seat(services, caller!, trail);
            await using var now = new Turn(caller!, scope.ServiceProvider, turn.Correlation) { Trail = trail };
            foreach (var seen in (value as ITold)?.Seen ?? [])
                trail.Show(seen);
            var answer = await Run(request, taken, now, new Schema.Occurred(value is ITold told ? told.What : value), cancel);
            if (answer.Withheld)
            {
                // Whoever comes back with the last event's point hears of this one.
                yield return Answer.Refused(answer.Errors);
                yield break;
            }
            yield return value is ITold { Point: var point } ? answer.At(point) : answer;
        }
    }

    /// <summary>The next event, or how it ended: why is told in the words that a field's fault would be told in.</summary>
    private async Task<(object? Value, Answer? Ended)> Next(IAsyncEnumerator<object?> events)
    {
        try
        {
            return await events.MoveNextAsync() ? (events.Current, null) : (null, Answer.Refused());
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return (null, Answer.Refused(ErrorTable.Of(faults.Wire(fault))));
        }
    }

    private async Task<Answer> Run(GraphQlRequest request, Intaken taken, Turn turn, object? root, CancellationToken cancel)
    {
        var options = new ExecutionOptions
        {
            Schema = schema,
            Document = taken.Prepared!.Document,
            OperationName = request.OperationName,
            Variables = request.Variables is null ? null : new Inputs(new Dictionary<string, object?>(request.Variables)),
            ValidationRules = [],
            UserContext = turn,
            Root = root,
            RequestServices = turn.Services,
            CancellationToken = cancel,
            Timeout = settings.Deadline,
            TimeoutAction = TimeoutAction.ReturnTimeoutError,
            UnhandledExceptionDelegate = faults.Handle,
        };
        var result = await _executer.ExecuteAsync(options);
        if (result.Data is null)
            turn.Trail.ForgetSeen();
        return await OnRecord(taken, turn, cancel) ?? new Answer
        {
            Executed = result.Executed,
            Data = result.Data as ExecutionNode,
            Errors = result.Errors is { Count: > 0 } errors ? [.. errors.Take(Limits.Errors).Select(ErrorTable.Of)] : [],
            Cost = request.Cost == CostReport.Report ? taken.Cost : null,
        };
    }

    /// <summary>The answer in place of one that cannot be put on record.</summary>
    private async Task<Answer?> OnRecord(Intaken taken, Turn turn, CancellationToken cancel)
    {
        var (kind, name) = (taken.Operation!.Operation switch
        {
            OperationType.Mutation => ReadKind.Act,
            OperationType.Subscription => ReadKind.Event,
            _ => ReadKind.Query,
        }, taken.Operation.Name?.StringValue);
        try
        {
            // Many that wait for the record, each with a connection in its hand, would leave none to write it over.
            if (turn.Trail is { Seen.Count: > 0 } or { Missed.Count: > 0 } && turn.Services.GetService<IReader>() is { } reader)
                await reader.GiveBack();
            await record(turn.Caller, turn.Trail, new Occasion(kind, name, taken.Prepared!.Hash), cancel);
            return null;
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            return Answer.NotRecorded(faults.NotRecorded(fault));
        }
    }
}
