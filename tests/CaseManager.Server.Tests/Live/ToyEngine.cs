using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using CaseManager.Server.GraphQl.Live;
using CaseManager.Server.Kernel;
using GraphQL;
using GraphQL.Transport;
using GraphQL.Types;

namespace CaseManager.Server.Tests.Live;

/// <summary>A real GraphQL engine over a schema of a few fields, so that the transports are tested apart from the product's schema.</summary>
public sealed class ToyEngine(IDocumentExecuter executer, IGraphQLTextSerializer json, ISchema schema) : ILiveEngine
{
    public async IAsyncEnumerable<LiveResult> Run(
        JsonElement request, IServiceProvider services, Caller? caller, [EnumeratorCancellation] CancellationToken cancel)
    {
        var asked = json.ReadNode<GraphQLRequest>(request)!;
        // A bug of the engine itself, which no GraphQL error covers.
        if (asked.Query == "bug") throw new InvalidOperationException("a secret that must not reach the wire");
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Query = asked.Query,
            OperationName = asked.OperationName,
            Variables = asked.Variables,
            RequestServices = services,
            UserContext = new Dictionary<string, object?> { ["caller"] = caller },
            CancellationToken = cancel,
        });
        if (result.Streams is not { Count: 1 } streams)
        {
            yield return new LiveResult(Bytes(result), RequestError: !result.Executed);
            yield break;
        }
        var events = Channel.CreateUnbounded<ExecutionResult>();
        using var subscription = streams.Values.Single().Subscribe(new IntoChannel(events.Writer));
        await foreach (var next in events.Reader.ReadAllAsync(cancel)) yield return new LiveResult(Bytes(next));
    }

    private byte[] Bytes(ExecutionResult result)
    {
        using var stream = new MemoryStream();
        json.WriteAsync(stream, result).GetAwaiter().GetResult();
        return stream.ToArray();
    }

    private sealed class IntoChannel(ChannelWriter<ExecutionResult> channel) : IObserver<ExecutionResult>
    {
        public void OnNext(ExecutionResult value) => channel.TryWrite(value);

        public void OnCompleted() => channel.TryComplete();

        public void OnError(Exception error) => channel.TryComplete(error);
    }
}
