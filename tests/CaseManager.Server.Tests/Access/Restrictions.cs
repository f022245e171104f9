using System.Text.Json;

namespace CaseManager.Server.Tests.Access;

/// <summary>What restricts a record beside its TLP and readers, as it is sent and as the design's words put it.</summary>
/// <param name="Handling">What may be done with it; nobody is let in or kept out by these.</param>
/// <param name="ReleasedTo">Agencies' codes and countries; none: everybody who needs to know.</param>
/// <param name="Compartments">Ids of those in which one must be.</param>
internal sealed record Restrictions(
    IReadOnlyList<string> Handling, Named ReleasedTo, Named NotTo, IReadOnlyList<string> Compartments, DateTimeOffset? EmbargoUntil)
{
    private static readonly string[] Countries = ["CA", "CA-ON", "US", "NL", "MX"];

    /// <summary>By chance none, one or several of them.</summary>
    /// <param name="originator">Is not left out.</param>
    /// <param name="compartments">Those that whoever sends it is in.</param>
    public static Restrictions? Of(Chance chance, Body originator, IReadOnlyList<string> compartments)
    {
        if (chance.OneIn(2))
            return null;
        var others = OracleHost.Bodies.Where(b => b != originator).ToList();
        var said = new Restrictions(
            chance.OneIn(2) ? chance.Some(["H1", "H2", "H3"], 3) : [],
            chance.OneIn(2) ? Named.Of(chance, others, Countries) : Named.Nobody,
            chance.OneIn(3) ? Named.Of(chance, others, [.. Countries.Where(c => !Named.Covers(c, originator))]) : Named.Nobody,
            compartments.Count > 0 && chance.OneIn(2) ? chance.Some(compartments, 2) : [],
            chance.OneIn(4) ? WorldMaker.Now.AddDays(1 + chance.Below(9)) : null);
        return said.SaysNothing ? null : said;
    }

    private bool SaysNothing => Handling.Count + Compartments.Count == 0 && ReleasedTo.IsNobody && NotTo.IsNobody && EmbargoUntil is null;

    public static bool Same(Restrictions? one, Restrictions? other) =>
        JsonSerializer.Serialize(one?.InOrder()) == JsonSerializer.Serialize(other?.InOrder());

    private Restrictions InOrder() => new(
        [.. Handling.Order()], ReleasedTo.InOrder(), NotTo.InOrder(), [.. Compartments.Order()], EmbargoUntil);

    public object Sent => new
    {
        handling = Handling, handlingText = Handling.Contains("H3") ? "Ask first" : null, releasedTo = ReleasedTo.Sent, notTo = NotTo.Sent,
        compartments = Compartments, embargoUntil = EmbargoUntil,
    };

    /// <summary>An agency passes what it says itself of release, exclusion and time; nobody is in a compartment by being of its agency.</summary>
    public IReadOnlyList<Caveat> Under(Law law, Body originator) =>
    [
        .. Compartments.Select(inside => (Caveat)((reader, at) => law.Holds(reader, inside, at))),
        (reader, _) => reader.Agency == originator || ReleasedTo.IsNobody || ReleasedTo.Cover(reader.Agency),
        (reader, _) => reader.Agency == originator || !NotTo.Cover(reader.Agency),
        (reader, at) => reader.Agency == originator || EmbargoUntil is not { } until || at >= until,
    ];
}

/// <summary>Agencies one by one, and all of a country.</summary>
internal sealed record Named(IReadOnlyList<string> Agencies, IReadOnlyList<string> Countries)
{
    public static readonly Named Nobody = new([], []);

    public static Named Of(Chance chance, IReadOnlyList<Body> bodies, IReadOnlyList<string> countries) => chance.Below(3) switch
    {
        0 => new([.. chance.Some(bodies, 3).Select(b => b.Code)], []),
        1 => new([], chance.Some(countries, 2)),
        _ => new([.. chance.Some(bodies, 2).Select(b => b.Code)], chance.Some(countries, 2)),
    };

    public Named InOrder() => new([.. Agencies.Order()], [.. Countries.Order()]);

    public bool IsNobody => Agencies.Count + Countries.Count == 0;

    public object? Sent => IsNobody ? null : new { agencies = Agencies, countries = Countries };

    public bool Cover(Body body) => Agencies.Contains(body.Code) || Countries.Any(c => Covers(c, body));

    /// <summary>A country covers its parts, a part not the country.</summary>
    public static bool Covers(string country, Body body) => body.Country == country || body.Country?.Split('-')[0] == country;
}
