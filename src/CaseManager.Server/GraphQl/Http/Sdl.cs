using System.Net.Mime;
using CaseManager.Server.Kernel;

namespace CaseManager.Server.GraphQl.Http;

/// <summary>The schema as text, for those who may introspect it.</summary>
internal static class Sdl
{
    public const string Path = "/graphql/schema";

    public static bool IsAsked(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && (request.Query.ContainsKey("sdl") || request.Path == Path);

    public static Task Answer(HttpContext http, GraphQlEngine engine, Caller? caller)
    {
        if (caller is null)
            return Replies.Unauthenticated(http);
        if (!engine.ShowsSchemaTo(caller))
            return Replies.Refuse(http, StatusCodes.Status403Forbidden, "The schema is not shown here.", Codes.IntrospectionOff);
        http.Response.ContentType = MediaTypeNames.Text.Plain + "; charset=utf-8";
        http.Response.Headers.ContentDisposition = "inline; filename=schema.graphql";
        return http.Response.WriteAsync(engine.SchemaText, http.RequestAborted);
    }
}
