using System.Text.RegularExpressions;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>How identifiers are read, each into the one form in which it is compared. A mistyped one would be compared with nothing, and is refused.</summary>
internal static partial class Identifier
{
    public static readonly Refusal BadPhone = new("target.bad-phone", "A telephone number has its country code, such as +1 905 555 0142.");
    public static readonly Refusal BadPlate = new("target.bad-plate", "A plate has two to twelve letters and digits.");
    public static readonly Refusal BadCountry = new("target.bad-country", "A plate has its country, such as CA or CA-ON.");
    public static readonly Refusal BadImei = new("target.bad-imei", "An IMEI has 15 digits, the last of which is a check digit.");
    public static readonly Refusal BadVin = new("target.bad-vin", "A VIN has 17 letters and digits, in North America with a check digit.");
    public static readonly Refusal BadContainer = new("target.bad-container", "A container number has four letters, six digits and a check digit.");
    public static readonly Refusal BadIban = new("target.bad-iban", "The check digits of the IBAN do not fit.");
    public static readonly Refusal BadEmail = new("target.bad-email", "An e-mail address has the form name@example.org.");
    public static readonly Refusal BadName = new("target.bad-name", "A name has two words or more, of letters.");

    public static Refusal? Read(TargetKind kind, string value, string? country, string field, out string token)
    {
        var at = $"{field}.value";
        token = kind switch
        {
            TargetKind.Phone => International().Replace(Separators().Replace(value, ""), "+"),
            TargetKind.Email => value.Trim().ToLowerInvariant(),
            TargetKind.Name => FoldedName.Of(value),
            _ => Separators().Replace(value, "").ToUpperInvariant(),
        };
        var bare = token;
        switch (kind)
        {
            case TargetKind.Phone:
                return E164().IsMatch(bare) ? null : BadPhone.At(at);
            case TargetKind.Plate when country is null || !Country().IsMatch(country):
                return BadCountry.At($"{field}.country");
            case TargetKind.Plate:
                token = $"{country} {bare}";
                return Plate().IsMatch(bare) ? null : BadPlate.At(at);
            case TargetKind.Imei:
                // The last digits are a check digit or a software version: the device is in the first fourteen.
                token = bare.Length >= 14 ? bare[..14] : bare;
                return Imei().IsMatch(bare) && (bare.Length == 16 || CheckDigits.Luhn(bare)) ? null : BadImei.At(at);
            case TargetKind.Vin:
                return Vin().IsMatch(bare) && (bare[0] is < '1' or > '5' || CheckDigits.Vin(bare)) ? null : BadVin.At(at);
            case TargetKind.Container:
                return Container().IsMatch(bare) && CheckDigits.Container(bare) ? null : BadContainer.At(at);
            case TargetKind.Iban:
                return Iban().IsMatch(bare) && CheckDigits.Iban(bare) ? null : BadIban.At(at);
            case TargetKind.Email:
                return Email().IsMatch(bare) ? null : BadEmail.At(at);
            default:
                return bare.Contains(' ', StringComparison.Ordinal) ? null : BadName.At(at);
        }
    }

    [GeneratedRegex(@"[\s().\-/]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"\A00")]
    private static partial Regex International();

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z")]
    private static partial Regex E164();

    [GeneratedRegex(@"\A[A-Z]{2}(-[A-Z0-9]{1,3})?\z")]
    private static partial Regex Country();

    [GeneratedRegex(@"\A[\p{L}0-9]{2,12}\z")]
    private static partial Regex Plate();

    [GeneratedRegex(@"\A[0-9]{15,16}\z")]
    private static partial Regex Imei();

    [GeneratedRegex(@"\A[A-HJ-NPR-Z0-9]{17}\z")]
    private static partial Regex Vin();

    [GeneratedRegex(@"\A[A-Z]{3}[UJZR][0-9]{7}\z")]
    private static partial Regex Container();

    [GeneratedRegex(@"\A[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}\z")]
    private static partial Regex Iban();

    [GeneratedRegex(@"\A[^@\s]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+\z")]
    private static partial Regex Email();
}
