using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;

namespace CaseManager.Server.Identity.Development;

/// <summary>A plain page of links, one per demo officer: no script, no form, nothing from elsewhere.</summary>
internal static class SignInPage
{
    private const string Style =
        "body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem}"
        + "a{display:block;padding:.75rem;margin:.5rem 0;border:1px solid #767676;border-radius:.25rem;color:#0b3d91}";

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    internal static Task Write(HttpContext http, OpenIddictRequest asked, AgencyIssuer agency, IEnumerable<DemoOfficer> officers)
    {
        var response = http.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
        return response.WriteAsync(Page(asked, agency, officers), http.RequestAborted);
    }

    private static string Page(OpenIddictRequest asked, AgencyIssuer agency, IEnumerable<DemoOfficer> officers) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in: {Safe(agency.Code)}</title>
        <style>{Style}</style>
        </head>
        <body>
        <main>
        <h1>{Safe(agency.Code)}: who are you?</h1>
        <p>Local provider of Development. No password is asked.</p>
        {string.Concat(officers.Select(officer => Choice(asked, officer)))}
        </main>
        </body>
        </html>
        """;

    private static string Choice(OpenIddictRequest asked, DemoOfficer officer) =>
        $"<a href=\"{Safe(LinkFor(asked, officer))}\">{Safe(officer.Name)}{Roles(officer)}</a>\n";

    private static string Roles(DemoOfficer officer) =>
        officer.AppRoles.Count == 0 ? "" : Safe($" ({string.Join(", ", officer.AppRoles)})");

    // Only the query: a request cannot choose the host that the links lead to.
    private static string LinkFor(OpenIddictRequest asked, DemoOfficer officer) => QueryHelpers.AddQueryString("", asked.GetParameters()
        .Where(parameter => parameter.Key != SignIn.Picked)
        .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value))
        .Append(KeyValuePair.Create(SignIn.Picked, (string?)officer.Subject)));

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
