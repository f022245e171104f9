using System.Text.Json;
using CaseManager.Server.Kernel;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>Executes one GraphQL request for a transport that can carry many answers.</summary>
public interface ILiveEngine
{
    /// <summary>A query or mutation yields one result, a subscription as many as there are events, a faulty request one that says so.</summary>
    /// <param name="request">The object with <c>query</c>, <c>operationName</c>, <c>variables</c>, <c>extensions</c> as the client sent it.</param>
    /// <param name="services">A scope of this operation's own.</param>
    /// <param name="caller">Whose rights hold; null for nobody.</param>
    /// <param name="cancel">The client lost interest, or its rights ended.</param>
    IAsyncEnumerable<LiveResult> Run(JsonElement request, IServiceProvider services, Caller? caller, CancellationToken cancel);
}

/// <summary>One execution result, serialized as JSON.</summary>
/// <param name="Json">The object with <c>data</c>, <c>errors</c>, <c>extensions</c>.</param>
/// <param name="Point">Up to where the client has heard with it; an event stream has it as the event's id.</param>
/// <param name="RequestError">Nothing was executed: the document or its variables were faulty. It is the operation's only result.</param>
public sealed record LiveResult(ReadOnlyMemory<byte> Json, bool RequestError = false, string? Point = null);
