namespace CaseManager.Server.Identity.Development;

/// <summary>Where each agency's local issuer answers: <c>/dev-identity/&lt;code&gt;/…</c>.</summary>
internal static class AgencyPaths
{
    internal const string Root = "dev-identity";

    internal static string Discovery(string code) => $"{Root}/{code}/v2.0/.well-known/openid-configuration";

    internal static string Keys(string code) => $"{Root}/{code}/keys";

    internal static string Authorize(string code) => $"{Root}/{code}/authorize";

    internal static string Token(string code) => $"{Root}/{code}/token";

    /// <summary>The agency whose issuer a request speaks to. Only called where one of the paths above has matched.</summary>
    internal static AgencyIssuer AgencyAt(this IdentitySettings settings, PathString path)
    {
        var code = path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)[1];
        return settings.Agencies.Single(agency => string.Equals(agency.Code, code, StringComparison.OrdinalIgnoreCase));
    }
}
