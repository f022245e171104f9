namespace CaseManager.Server.Tests.Access;

/// <summary>What chance decides in a world, the same again for the same seed.</summary>
internal sealed class Chance(int seed)
{
    // Without vowels and s, so that no word of these has an ending that a search takes off.
    private const string Letters = "bcdfghjkmnpqrtvwxz";

    private readonly Random _random = new(seed);
    private uint _words = (uint)(seed % 500_000) * 1_000;

    public int Below(int most) => _random.Next(most);

    public bool OneIn(int n) => _random.Next(n) == 0;

    public T Of<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    public IReadOnlyList<T> Some<T>(IEnumerable<T> all, int most) => [.. all.OrderBy(_ => _random.Next()).Take(_random.Next(most) + 1)];

    /// <summary>A word that no world of another seed has.</summary>
    public string Word()
    {
        var number = _words++;
        var word = new char[7];
        for (var i = 0; i < word.Length; i++, number /= (uint)Letters.Length)
            word[i] = Letters[(int)(number % Letters.Length)];
        return "zq" + new string(word);
    }
}
