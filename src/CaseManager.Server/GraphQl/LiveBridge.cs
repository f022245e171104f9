using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.GraphQl.Http;
using CaseManager.Server.GraphQl.Live;
using CaseManager.Server.Kernel;

namespace CaseManager.Server.GraphQl;

/// <summary>Lets sockets and event streams have their operations executed by the one engine.</summary>
internal sealed class LiveBridge(GraphQlEngine engine) : ILiveEngine
{
    public async IAsyncEnumerable<LiveResult> Run(
        JsonElement request, IServiceProvider services, Caller? caller, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (read, fault) = RequestJson.Read(request);
        if (fault is not null)
        {
            yield return Serialize(Answer.Refused(new WireError(fault, Codes.BadRequest)));
            yield break;
        }
        await foreach (var result in Run(read!, services, caller, cancel))
            yield return result;
    }

    public async IAsyncEnumerable<LiveResult> Run(
        GraphQlRequest request, IServiceProvider services, Caller? caller, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var answer in engine.Subscribe(request, services, caller, cancel))
            yield return Serialize(answer);
    }

    private static LiveResult Serialize(Answer answer)
    {
        var json = new ArrayBufferWriter<byte>();
        answer.WriteTo(json);
        return new LiveResult(json.WrittenMemory, RequestError: !answer.Executed, answer.Point);
    }
}
