namespace CaseManager.Bench.World;

/// <summary>Chance that falls the same way at every run, and shares of which few are large and many are small.</summary>
internal static class Skew
{
    /// <summary>From 0 up to but without <paramref name="sides"/>.</summary>
    public static int Roll(int sides, int one, int other = 0, int salt = 0)
    {
        var mixed = (ulong)(uint)one * 0x9E3779B97F4A7C15 ^ (ulong)(uint)other * 0xC2B2AE3D27D4EB4F ^ (ulong)(uint)salt * 0x165667B19E3779F9;
        mixed = (mixed ^ mixed >> 31) * 0x94D049BB133111EB;
        return (int)((mixed ^ mixed >> 29) % (ulong)sides);
    }

    /// <summary>Parts of a whole: the share falls with the rank, and ranks are spread over the places.</summary>
    /// <param name="level">How many of the first ranks are about as large as the first.</param>
    public static int[] Shares(int total, int places, int level)
    {
        var ranked = Enumerable.Range(0, places).OrderBy(p => Roll(1 << 30, p, places)).ToArray();
        var weights = new double[places];
        for (var rank = 0; rank < places; rank++)
            weights[ranked[rank]] = 1d / (rank + level);
        var whole = weights.Sum();
        return [.. weights.Select(w => Math.Max(1, (int)(total * w / whole)))];
    }
}
