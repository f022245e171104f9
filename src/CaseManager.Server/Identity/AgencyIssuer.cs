using System.Text.RegularExpressions;

namespace CaseManager.Server.Identity;

/// <summary>The one issuer (Entra tenant) that speaks for an agency.</summary>
public sealed partial record AgencyIssuer
{
    /// <summary>The agency's code, e.g. <c>CFP</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>E.g. <c>https://login.microsoftonline.com</c>.</summary>
    public string Instance { get; init; } = "https://login.microsoftonline.com";

    public string TenantId { get; init; } = "";

    /// <summary>This application's registration in the tenant.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>What the tokens name as their audience, if that is not <see cref="ClientId"/>.</summary>
    public string? Audience { get; init; }

    public string Scheme => SchemePrefix + Code;

    /// <summary>The only <c>iss</c> taken for this agency, compared to the letter.</summary>
    public string Issuer => $"{Instance.TrimEnd('/')}/{TenantId}/v2.0";

    public string ExpectedAudience => Audience ?? ClientId;

    internal const string SchemePrefix = "agency:";

    internal AgencyIssuer PlayedAt(string instance) => this with { Instance = instance, TenantId = Code };

    internal static string? FaultIn(IReadOnlyList<AgencyIssuer> agencies, IHostEnvironment environment)
    {
        if (agencies.Count == 0) return "Identity:Agencies names no agency: nobody could sign in.";
        if (agencies.FirstOrDefault(agency => !CodeForm().IsMatch(agency.Code)) is { } odd)
            return $"Identity:Agencies has the code '{odd.Code}'; a code is 2 to 12 capital letters and digits.";
        if (agencies.FirstOrDefault(agency => agency.TenantId.Length == 0 || agency.ExpectedAudience.Length == 0) is { } bare)
            return $"Identity:Agencies entry {bare.Code} lacks TenantId or ClientId.";
        if (agencies.FirstOrDefault(agency => SharedTenants.Contains(agency.TenantId)) is { } shared)
            return $"Identity:Agencies entry {shared.Code} names a tenant that stands for many: an agency needs its own.";
        if (agencies.FirstOrDefault(agency => !IsWellPlaced(agency, environment)) is { } open)
            return $"Identity:Agencies entry {open.Code} has an instance that is not https; its keys could be replaced on the way.";
        if (agencies.GroupBy(agency => agency.Code).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return $"Identity:Agencies names {twice.Key} twice.";
        if (agencies.GroupBy(agency => agency.Issuer).FirstOrDefault(same => same.Count() > 1) is { } claimed)
            return $"Identity:Agencies gives the issuer {claimed.Key} to more than one agency.";
        return null;
    }

    // These tenants accept accounts of any organisation, so their issuer proves no agency.
    private static readonly HashSet<string> SharedTenants = new(StringComparer.OrdinalIgnoreCase)
        { "common", "organizations", "consumers", "9188040d-6c67-4c5b-b112-36a304b66dad" };

    private static bool IsWellPlaced(AgencyIssuer agency, IHostEnvironment environment) =>
        Uri.TryCreate(agency.Instance, UriKind.Absolute, out var place)
        && (place.Scheme == Uri.UriSchemeHttps || environment.IsDevelopment());

    [GeneratedRegex("^[A-Z0-9]{2,12}$")]
    private static partial Regex CodeForm();
}
