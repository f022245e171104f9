using System.Net;

namespace CaseManager.Server.Hosting.Web;

/// <summary>Instead of a page that is not built: why, and what to do.</summary>
public static class WebNotice
{
    public static Task Write(HttpContext http, WebState state, string title)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        if (state == WebState.Building) http.Response.Headers["Refresh"] = "3";
        return http.Response.WriteAsync($"""
            <!doctype html>
            <html lang="en">
              <head><meta charset="utf-8" /><link rel="icon" href="data:," /><title>{title}</title></head>
              <body>
                <h1>{title}</h1>
                <p role="status">{Sentence(state)}</p>
                <p>The API itself works: send <code>POST /graphql</code> with a bearer token.</p>
              </body>
            </html>

            """, http.RequestAborted);
    }

    private static string Sentence(WebState state)
    {
        var command = $"<code>{WebUtility.HtmlEncode(WebBuild.Command)}</code>";
        return state switch
        {
            WebState.Building => $"The page is being built ({command} in <code>src/CaseManager.Web</code>). It comes by itself.",
            WebState.Failed => $"The page could not be built. Run {command} in <code>src/CaseManager.Web</code> to see why.",
            WebState.NoNode => $"The page is not built, and there is no Node here. Install Node 20 or later, then run {command} in <code>src/CaseManager.Web</code>.",
            WebState.Unbuilt => $"The page is not built. Run {command} in <code>src/CaseManager.Web</code>.",
            _ => "The page is not part of this installation.",
        };
    }
}
