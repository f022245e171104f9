namespace CaseManager.Server.GraphQl.Guard;

/// <summary>Documents that passed, by their text, the least recently used given up first. What failed is never kept.</summary>
internal sealed class DocumentCache(int capacity)
{
    private readonly Dictionary<string, LinkedListNode<(string Text, Prepared Prepared)>> _byText = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Text, Prepared Prepared)> _recent = new();
    private readonly Lock _gate = new();

    public int Count
    {
        get
        {
            lock (_gate)
                return _byText.Count;
        }
    }

    public Prepared? Find(string text)
    {
        lock (_gate)
        {
            if (!_byText.TryGetValue(text, out var node))
                return null;
            if (node != _recent.First)
            {
                _recent.Remove(node);
                _recent.AddFirst(node);
            }
            return node.Value.Prepared;
        }
    }

    public void Keep(string text, Prepared prepared)
    {
        lock (_gate)
        {
            if (_byText.ContainsKey(text))
                return;
            _byText[text] = _recent.AddFirst((text, prepared));
            if (_byText.Count <= capacity)
                return;
            _byText.Remove(_recent.Last!.Value.Text);
            _recent.RemoveLast();
        }
    }
}
