using CaseManager.Server.Tests.Api;

namespace CaseManager.Server.Tests.Access;

/// <summary>One world: people, what they hold, and what they wrote. Other worlds lie beside it in the same database.</summary>
internal sealed class World(int seed, Chance chance)
{
    private Dictionary<string, Item>? _byId;
    private Dictionary<string, Item>? _byCanary;
    private Dictionary<Guid, Item>? _byKey;

    public int Seed => seed;

    /// <summary>Stands in the names of its people and in no other world's.</summary>
    public string Name { get; } = chance.Word();

    public List<Person> People { get; } = [];

    public List<Force> Forces { get; } = [];

    public List<Held> Given { get; } = [];

    public List<Item> Items { get; } = [];

    /// <summary>Cases that are open in an emergency.</summary>
    public List<Emergency> Opened { get; } = [];

    /// <summary>Acts that were refused: the more there are, the less the world holds.</summary>
    public int Refused { get; set; }

    public Law Law => field ??= new Law(Forces, Given);

    /// <summary>Up to when it was made; nothing in it begins or ends between then and the questions.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>A word that stands nowhere yet.</summary>
    public string Word() => chance.Word();

    public Item Add(Item item)
    {
        Items.Add(item);
        (_byId, _byCanary, _byKey) = (null, null, null);
        return item;
    }

    public bool Sees(Person reader, Item item) => item.Ends is { } ends
        ? Sees(reader, ends.From) && Sees(reader, ends.To)
        : Law.MayRead(reader, item.Marking, At) || IsOpen(reader, item.Marking.NeedsToKnow);

    // A case opened in an emergency is open with all that stands under it, while the role holds that allowed it.
    private bool IsOpen(Person reader, Circle circle) =>
        circle is Circle.OnCase on && Opened.Any(e => e.Officer == reader && e.Case == on.Case && Law.Holds(reader, e.Force, At, EmergencyMaker.Command));

    public IEnumerable<Item> Seen(Person reader, string type) => Items.Where(i => i.Type == type && Sees(reader, i));

    public Item? ById(string id) => (_byId ??= Items.ToDictionary(i => i.Id)).GetValueOrDefault(id);

    /// <summary>By the key inside its id, which no answer shows as such.</summary>
    public Item? ByKey(Guid key) => (_byKey ??= Items.ToDictionary(i => GlobalIds.Key(i.Id))).GetValueOrDefault(key);

    public Item? ByCanary(string word) =>
        (_byCanary ??= Items.Where(i => i.Canary.Length > 0).ToDictionary(i => i.Canary, StringComparer.OrdinalIgnoreCase)).GetValueOrDefault(word);
}
