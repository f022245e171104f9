using System.Text.RegularExpressions;

namespace CaseManager.Domain.Kernel;

/// <summary>Agencies by their codes, and countries with all their agencies.</summary>
/// <param name="Countries">ISO 3166-1 alpha-2, or a subdivision such as <c>CA-ON</c>; a country covers its subdivisions.</param>
public sealed partial record Recipients(Items<AgencyId> Agencies, Items<string> Countries)
{
    public const int Most = 100;

    public static readonly Refusal BadCountry = new("label.bad-country", "A country is an ISO 3166 code such as CA or CA-ON.");
    public static readonly Refusal TooMany = new("label.too-many-recipients", "Too many agencies or countries.");

    public static readonly Recipients None = new([], []);

    public bool NamesNobody() => Agencies.Count == 0 && Countries.Count == 0;

    public Recipients InOrder() => new([.. Agencies.Distinct().OrderBy(a => a.Code, StringComparer.Ordinal)], [.. Countries.Distinct().Order(StringComparer.Ordinal)]);

    /// <param name="country">Of the agency; an international body has none and is covered by its code only.</param>
    public bool Cover(AgencyId agency, string? country) =>
        Agencies.Contains(agency) || (country is not null && Countries.Any(c => country == c || country.StartsWith(c + "-", StringComparison.Ordinal)));

    public static Refusal? Check(Recipients recipients, string field)
    {
        if (recipients.Agencies.Count > Most || recipients.Countries.Count > Most)
            return TooMany.At(field);
        return recipients.Countries.All(c => c is not null && CountryForm().IsMatch(c)) ? null : BadCountry.At($"{field}.countries");
    }

    [GeneratedRegex(@"\A[A-Z]{2}(-[A-Z0-9]{1,3})?\z")]
    private static partial Regex CountryForm();
}
