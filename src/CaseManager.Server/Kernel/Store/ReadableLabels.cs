namespace CaseManager.Server.Kernel.Store;

/// <summary>
/// The labels that a transaction's caller may read, as bits by their numbers in the setting <c>cm.labels</c>: whatever their number they are read
/// once for each question, and a look at one of them costs the same. An absent setting lets nothing through, and neither does a number beyond them.
/// </summary>
internal static class ReadableLabels
{
    private const string Setting = "nullif(current_setting('cm.labels', true), '')::varbit";

    // With one bit more, that of whatever has no other: nobody reads it.
    private const string Bits = $"(select {Setting} || B'0')";
    private const string Last = $"(select length({Setting}))";

    /// <summary>Their numbers, for what an index finds by them.</summary>
    public const string Numbers =
        $"array(select n::int from (select {Setting} as bits) s, generate_series(1, length(s.bits) - 1) n where substring(s.bits from n + 1 for 1) = B'1')";

    /// <summary>Whether the label is among them. A case, so that the database guesses half of the rows and keeps to the order that was asked for.</summary>
    public static string Has(string label) => $"case get_bit({Bits}, least({label}, {Last})) when 1 then true else false end";

    /// <summary>The setting's text, for numbers from 1.</summary>
    public static string Text(byte[] bits) => "x" + Convert.ToHexStringLower(bits);

    /// <summary>The same with more of them.</summary>
    public static byte[] With(byte[] bits, IEnumerable<int> numbers)
    {
        int[] more = [.. numbers];
        if (more.Length == 0)
            return bits;
        var all = new byte[Math.Max(bits.Length, (more.Max() / 8) + 1)];
        bits.CopyTo(all, 0);
        foreach (var number in more)
            all[number / 8] |= (byte)(0x80 >> (number % 8));
        return all;
    }
}
