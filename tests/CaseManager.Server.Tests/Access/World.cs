namespace CaseManager.Server.Tests.Access;

/// <summary>One world: people, what they hold, and what they wrote. Other worlds lie beside it in the same database.</summary>
internal sealed class World(int seed, string name, IReadOnlyList<Body> bodies)
{
    private Dictionary<string, Item>? _byId;
    private Dictionary<string, Item>? _byCanary;

    public int Seed => seed;

    /// <summary>Stands in the names of its people and in no other world's.</summary>
    public string Name => name;

    public IReadOnlyList<Body> Bodies => bodies;

    public List<Person> People { get; } = [];

    public List<Force> Forces { get; } = [];

    public List<Held> Given { get; } = [];

    public List<Item> Items { get; } = [];

    /// <summary>Acts that were refused: the more there are, the less the world holds.</summary>
    public int Refused { get; set; }

    public Law Law => field ??= new Law(Forces, Given);

    /// <summary>Up to when it was made; nothing in it begins or ends between then and the questions.</summary>
    public DateTimeOffset At { get; set; }

    public bool Sees(Person reader, Item item) => item.Ends is { } ends ? SeesLink(reader, ends.From, ends.To) : Law.MayRead(reader, item.Marking, At);

    public IEnumerable<Item> Seen(Person reader, string type) => Items.Where(i => i.Type == type && Sees(reader, i));

    public Item? ById(string id) => (_byId ??= Items.ToDictionary(i => i.Id)).GetValueOrDefault(id);

    public Item? ByCanary(string word) =>
        (_byCanary ??= Items.Where(i => i.Canary.Length > 0).ToDictionary(i => i.Canary, StringComparer.OrdinalIgnoreCase)).GetValueOrDefault(word);

    // Both ends must be the reader's. A link has one originator: where a restriction of a second agency's own would be lost with it, only
    // the case's own people read it, and where an operation is in it nobody does.
    private bool SeesLink(Person reader, Item from, Item to)
    {
        if (!Sees(reader, from) || !Sees(reader, to))
            return false;
        var (one, other) = (from.Marking, to.Marking);
        string[] own = ["AMBER_STRICT", "RED"];
        if (one.Originator == other.Originator || !own.Contains(one.Tlp) || !own.Contains(other.Tlp) || (one.Tlp == "RED" && other.Tlp == "RED"))
            return true;
        var circle = one.NeedsToKnow is Circle.OnCase ? one.NeedsToKnow : other.NeedsToKnow;
        return one.NeedsToKnow is not Circle.OnOperation && other.NeedsToKnow is not Circle.OnOperation && Law.BeyondItsAgency(reader, circle, At);
    }
}
