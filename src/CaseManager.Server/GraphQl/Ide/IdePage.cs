using CaseManager.Server.Hosting.Web;

namespace CaseManager.Server.GraphQl.Ide;

/// <summary>GraphiQL for a browser that opens the endpoint, or why it is not there yet. It asks no other host, and the browser enforces that.</summary>
public sealed class IdePage
{
    // Monaco writes its colours into style elements; scripts and workers come from files only.
    private const string Policy =
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly WebFiles _files;
    private readonly WebBuild _build;

    internal IdePage(WebFiles files, WebBuild build) => (_files, _build) = (files, build);

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

        var state = _build.Of(_files.Ide);
        if (state == WebState.Ready)
        {
            await http.Response.SendFileAsync(_files.Ide.Page, http.RequestAborted);
            return;
        }
        await WebNotice.Write(http, state, "CaseManager GraphQL");
    }
}
