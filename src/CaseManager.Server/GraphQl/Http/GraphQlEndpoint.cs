using CaseManager.Server.Kernel;
using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl.Http;

/// <summary>GraphQL over HTTP: POST for anything but subscriptions, GET for queries.</summary>
internal sealed class GraphQlEndpoint(GraphQlEngine engine, CallerOf callerOf)
{
    public async Task Answer(HttpContext http)
    {
        if (http.WebSockets.IsWebSocketRequest && http.RequestServices.GetService<AnswerSocket>() is { } socket)
        {
            await socket(http);
            return;
        }
        if (Sdl.IsAsked(http.Request))
        {
            await Sdl.Answer(http, engine, callerOf(http));
            return;
        }
        if (WantsIde(http.Request) && http.RequestServices.GetService<ShowIde>() is { } ide)
        {
            await ide(http);
            return;
        }
        if (callerOf(http) is { } caller)
            await Answer(http, caller);
        else
            await Replies.Unauthenticated(http);
    }

    private async Task Answer(HttpContext http, Caller caller)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        if (!isGet && !HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, POST";
            await Replies.Refuse(http, StatusCodes.Status405MethodNotAllowed, "Only GET and POST.", Codes.Method);
            return;
        }
        var (media, streams) = MediaNames.Accepted(http.Request.Headers.Accept);
        if (media == Media.None && !streams)
        {
            await Replies.Refuse(http, StatusCodes.Status406NotAcceptable, "The answer is application/graphql-response+json, application/json or text/event-stream.", Codes.BadRequest);
            return;
        }
        var received = await Requests.Read(http);
        if (received.Request is not { } request)
        {
            await Replies.Refuse(http, received.Status, received.Fault!, received.Code, media);
            return;
        }
        var taken = await engine.Take(request, caller, http.RequestAborted);
        var operation = taken.Operation?.Operation ?? OperationType.Query;
        if (isGet && operation == OperationType.Mutation)
        {
            http.Response.Headers.Allow = "POST";
            await Replies.Refuse(http, StatusCodes.Status405MethodNotAllowed, "A mutation needs POST.", Codes.Method, media);
            return;
        }
        if (streams && (operation == OperationType.Subscription || media == Media.None)
            && http.RequestServices.GetService<AnswerStream>() is { } stream)
        {
            await stream(http, request, caller);
            return;
        }
        if (operation == OperationType.Subscription || media == Media.None)
        {
            if (isGet)
                http.Response.Headers.Allow = "POST";
            await Replies.Refuse(http, isGet ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status406NotAcceptable,
                "A subscription needs text/event-stream or a WebSocket.", Codes.BadRequest, media);
            return;
        }
        var answer = await engine.Execute(request, taken, http.RequestServices, caller, http.RequestAborted);
        await Replies.Send(http, answer, media);
    }

    private static bool WantsIde(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Query.ContainsKey("query")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
