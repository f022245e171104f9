using CaseManager.Domain.Deconfliction;
using CaseManager.Domain.Tests.Support;
using CsCheck;

namespace CaseManager.Domain.Tests.Deconfliction;

/// <summary>The same target is the same, however it is written; what is mistyped is refused.</summary>
public sealed class TargetTests
{
    [Theory]
    [InlineData(TargetKind.Phone, "+1 (905) 555-0142", null, "Phone:+19055550142")]
    [InlineData(TargetKind.Phone, "001 905.555.0142", null, "Phone:+19055550142")]
    [InlineData(TargetKind.Plate, "ckxr 482", "CA-ON", "Plate:CA-ON CKXR482")]
    [InlineData(TargetKind.Imei, "49-015420-323751-8", null, "Imei:49015420323751")]
    [InlineData(TargetKind.Imei, "4901542032375199", null, "Imei:49015420323751")]
    [InlineData(TargetKind.Vin, "1m8gdm9axkp042788", null, "Vin:1M8GDM9AXKP042788")]
    [InlineData(TargetKind.Vin, "WVWZZZ1JZ3W386752", null, "Vin:WVWZZZ1JZ3W386752")]
    [InlineData(TargetKind.Container, "CSQU 305438-3", null, "Container:CSQU3054383")]
    [InlineData(TargetKind.Container, "CMJU0000070", null, "Container:CMJU0000070")]
    [InlineData(TargetKind.Iban, "gb82 west 1234 5698 7654 32", null, "Iban:GB82WEST12345698765432")]
    [InlineData(TargetKind.Email, " Viktor.Sava@Example.ORG ", null, "Email:viktor.sava@example.org")]
    [InlineData(TargetKind.Name, "Šávå,  Viktor", null, "Name:SAVA VIKTOR")]
    [InlineData(TargetKind.Name, "viktor sava", null, "Name:SAVA VIKTOR")]
    [InlineData(TargetKind.Name, "Виктор Сава", null, "Name:ВИКТОР САВА")]
    [InlineData(TargetKind.Name, "Łukasz O'Brien-Groß", null, "Name:GROSS LUKASZ OBRIEN")]
    public void It_is_compared_in_one_form(TargetKind kind, string value, string? country, string token)
    {
        Assert.Null(new TargetGiven(kind, value, country).Read("targets.0", out var target));
        Assert.Equal(new Target(kind, value, token), target);
    }

    [Theory]
    [InlineData(TargetKind.Phone, "905 555 0142", null, "target.bad-phone", "value")]
    [InlineData(TargetKind.Plate, "CKXR 482", null, "target.bad-country", "country")]
    [InlineData(TargetKind.Plate, "C", "CA", "target.bad-plate", "value")]
    [InlineData(TargetKind.Imei, "490154203237517", null, "target.bad-imei", "value")]
    [InlineData(TargetKind.Vin, "1M8GDM9AXKP042789", null, "target.bad-vin", "value")]
    [InlineData(TargetKind.Vin, "1M8GDM9AXKPO42788", null, "target.bad-vin", "value")]
    [InlineData(TargetKind.Container, "TGHU1234560", null, "target.bad-container", "value")]
    [InlineData(TargetKind.Iban, "GB82WEST12345698765433", null, "target.bad-iban", "value")]
    [InlineData(TargetKind.Email, "viktor", null, "target.bad-email", "value")]
    [InlineData(TargetKind.Name, "Viktor", null, "target.bad-name", "value")]
    [InlineData(TargetKind.Name, "", null, "input.missing", "value")]
    [InlineData((TargetKind)99, "Viktor", null, "input.unlisted", "kind")]
    public void What_is_none_is_refused_at_its_field(TargetKind kind, string value, string? country, string code, string field)
    {
        var refusal = new TargetGiven(kind, value, country).Read("targets.3", out _);
        Assert.Equal((code, $"targets.3.{field}"), (refusal?.Code, refusal?.Field));
    }

    [Theory]
    [InlineData(TargetKind.Imei, "490154203237518")]
    [InlineData(TargetKind.Vin, "1M8GDM9AXKP042788")]
    [InlineData(TargetKind.Container, "CSQU3054383")]
    [InlineData(TargetKind.Iban, "GB82WEST12345698765432")]
    public void One_digit_mistyped_is_noticed(TargetKind kind, string good)
    {
        // The first of a VIN says whether it has a check digit at all.
        var digits = Enumerable.Range(kind == TargetKind.Vin ? 1 : 0, good.Length - (kind == TargetKind.Vin ? 1 : 0)).Where(i => char.IsAsciiDigit(good[i])).ToArray();
        Gen.Select(Gen.Int[0, digits.Length - 1].Select(i => digits[i]), Gen.Char['0', '9']).Sample(
            (at, digit) =>
            {
                var typed = good[..at] + digit + good[(at + 1)..];
                Assert.Equal(typed == good, new TargetGiven(kind, typed, null).Read("targets.0", out _) is null);
            },
            iter: Scale.Of(1_000));
    }
}
