using System.Security.Cryptography;

namespace CaseManager.Server.Hosting.Web;

/// <summary>The web app: one page for all its addresses. It asks no other host but where officers sign in, and the browser enforces that.</summary>
public sealed class AppPage(WebFiles files, WebBuild build, SignInChoices choices)
{
    private const string NoncePlace = "name=\"style-nonce\" content=\"\"";

    private readonly string _issuers = string.Concat(choices.Issuers.Select(i => " " + new Uri(i.Authority).GetLeftPart(UriPartial.Authority)).Distinct());

    private volatile Loaded? _page;

    public async Task Show(HttpContext http)
    {
        // Only the page's own style elements carry it; scripts come from files.
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy(nonce);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=()";
        headers.CacheControl = "no-store"; // the nonce is for one answer
        http.Response.ContentType = "text/html; charset=utf-8";
        var state = build.Of(files.App);
        if (state == WebState.Ready)
            await http.Response.WriteAsync(Page().Replace(NoncePlace, $"name=\"style-nonce\" content=\"{nonce}\"", StringComparison.Ordinal), http.RequestAborted);
        else
            await WebNotice.Write(http, state, "CaseManager");
    }

    private string Page()
    {
        var builtAt = files.App.BuiltAt;
        var page = _page;
        if (page?.BuiltAt != builtAt)
            _page = page = new Loaded(File.ReadAllText(files.App.Page), builtAt);
        return page.Html;
    }

    private string Policy(string nonce) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; connect-src 'self'{_issuers}; img-src 'self' data:; "
        + "font-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private sealed record Loaded(string Html, DateTime BuiltAt);
}

/// <summary>Who may sign in, and where: the issuers of the agencies, or in Development the demo's officers.</summary>
public sealed record SignInChoices(IReadOnlyList<SignInIssuer> Issuers, IReadOnlyList<SignInOfficer> Officers);

/// <param name="Authority">Its address, with the discovery document below it.</param>
public sealed record SignInIssuer(string Agency, string Authority, string ClientId, string Scope);

public sealed record SignInOfficer(string Agency, string Subject, string Name);
