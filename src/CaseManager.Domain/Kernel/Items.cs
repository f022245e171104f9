using System.Collections;
using System.Runtime.CompilerServices;

namespace CaseManager.Domain.Kernel;

/// <summary>A list inside a fact or a state that compares by what it holds; plain lists would compare by reference.</summary>
[CollectionBuilder(typeof(Items), nameof(Items.Of))]
public sealed class Items<T>(ReadOnlySpan<T> items) : IReadOnlyList<T>, IEquatable<Items<T>>
{
    private readonly T[] _items = items.ToArray();

    public static Items<T> None { get; } = new([]);

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public Items<T> With(T item) => new([.. _items, item]);

    public Items<T> Without(T item) => new([.. _items.Where(i => !EqualityComparer<T>.Default.Equals(i, item))]);

    public bool Equals(Items<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    public override bool Equals(object? obj) => Equals(obj as Items<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"[{string.Join(", ", _items)}]";
}

public static class Items
{
    public static Items<T> Of<T>(ReadOnlySpan<T> items) => new(items);
}
