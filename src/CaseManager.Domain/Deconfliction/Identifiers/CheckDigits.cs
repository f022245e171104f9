namespace CaseManager.Domain.Deconfliction;

/// <summary>Whether the check digit fits the rest. What is given has the right form already: upper case, no separators.</summary>
internal static class CheckDigits
{
    // Of letters that may not stand in a VIN the place is kept.
    private const string VinValues = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
    private static readonly int[] VinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    /// <summary>Of an IMEI (3GPP TS 23.003).</summary>
    public static bool Luhn(string digits) =>
        digits.Reverse().Select((digit, i) => i % 2 == 0 ? digit - '0' : Crossed((digit - '0') * 2)).Sum() % 10 == 0;

    /// <summary>At the ninth place (49 CFR 565); required in North America alone.</summary>
    public static bool Vin(string vin) => "0123456789X"[vin.Select((c, i) => VinWeights[i] * (VinValues.IndexOf(c, StringComparison.Ordinal) % 10)).Sum() % 11] == vin[8];

    /// <summary>Of a shipping container (ISO 6346).</summary>
    public static bool Container(string number) => number.Take(10).Select((c, i) => ContainerValue(c) << i).Sum() % 11 % 10 == number[10] - '0';

    /// <summary>ISO 13616, mod 97-10.</summary>
    public static bool Iban(string iban) => string.Concat(iban[4..], iban[..4]).Aggregate(0, (rest, c) => (char.IsAsciiDigit(c) ? (rest * 10) + c - '0' : (rest * 100) + c - 'A' + 10) % 97) == 1;

    private static int Crossed(int doubled) => doubled > 9 ? doubled - 9 : doubled;

    // A is 10, and the multiples of 11 are left out: 11, 22, 33.
    private static int ContainerValue(char c)
    {
        if (char.IsAsciiDigit(c))
            return c - '0';
        var value = c - 'A' + 10;
        return value + (value > 30 ? 3 : value > 20 ? 2 : value > 10 ? 1 : 0);
    }
}
