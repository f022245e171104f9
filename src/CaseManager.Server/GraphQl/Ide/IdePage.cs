using System.Net;

namespace CaseManager.Server.GraphQl.Ide;

/// <summary>GraphiQL for a browser that opens the endpoint, or why it is not there yet. It asks no other host, and the browser enforces that.</summary>
public sealed class IdePage
{
    // Monaco writes its colours into style elements; scripts and workers come from files only.
    private const string Policy =
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly IdeFiles _files;
    private readonly IdeBuild _build;

    internal IdePage(IdeFiles files, IdeBuild build) => (_files, _build) = (files, build);

    public async Task Show(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept";
        http.Response.ContentType = "text/html; charset=utf-8";

        if (_build.State == IdeState.Ready)
        {
            await http.Response.SendFileAsync(_files.Page, http.RequestAborted);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        if (_build.State == IdeState.Building) headers["Refresh"] = "3";
        await http.Response.WriteAsync(Notice(_build.State), http.RequestAborted);
    }

    private static string Notice(IdeState state) => $"""
        <!doctype html>
        <html lang="en">
          <head><meta charset="utf-8" /><link rel="icon" href="data:," /><title>CaseManager GraphQL</title></head>
          <body>
            <h1>CaseManager GraphQL</h1>
            <p role="status">{Sentence(state)}</p>
            <p>The API itself works: send <code>POST /graphql</code> with a bearer token.</p>
          </body>
        </html>

        """;

    private static string Sentence(IdeState state)
    {
        var command = $"<code>{WebUtility.HtmlEncode(IdeBuild.Command)}</code>";
        return state switch
        {
            IdeState.Building => $"The query page is being built ({command} in <code>src/CaseManager.Web</code>). This page comes back by itself.",
            IdeState.Failed => $"The query page could not be built. Run {command} in <code>src/CaseManager.Web</code> to see why.",
            IdeState.NoNode => $"The query page is not built, and there is no Node here. Install Node 20 or later, then run {command} in <code>src/CaseManager.Web</code>.",
            IdeState.Unbuilt => $"The query page is not built. Run {command} in <code>src/CaseManager.Web</code>.",
            _ => "The query page is not part of this installation.",
        };
    }
}
