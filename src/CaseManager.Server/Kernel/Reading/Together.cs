namespace CaseManager.Server.Kernel.Reading;

/// <summary>Keys asked for by siblings, fetched at once when the first of them needs its value.</summary>
internal sealed class Together<TKey, TValue>(Func<IReadOnlyList<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> fetch)
    where TKey : notnull
{
    private readonly HashSet<TKey> _keys = [];
    private Task<IReadOnlyDictionary<TKey, TValue>>? _values;

    public bool Started => _values is not null;

    public Loaded<TValue> Ask(TKey key)
    {
        _keys.Add(key);
        return new Loaded<TValue>(async cancel => (await (_values ??= fetch([.. _keys], cancel)))[key]);
    }
}
