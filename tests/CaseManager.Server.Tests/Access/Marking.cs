namespace CaseManager.Server.Tests.Access;

/// <summary>Under what a record stands, in the words of the design: each of them can say no, none can say yes alone.</summary>
/// <param name="NeedsToKnow">Who has to do with it at all.</param>
/// <param name="Originator">The agency it comes from.</param>
/// <param name="Readers">By name, for TLP:RED.</param>
internal sealed record Marking(Circle NeedsToKnow, string Tlp, Body Originator, IReadOnlyCollection<Person> Readers)
{
    /// <summary>From what everybody may know to what named people may.</summary>
    public static readonly string[] Rising = ["CLEAR", "GREEN", "AMBER", "AMBER_STRICT", "RED"];

    /// <summary>
    /// What else is asked of a reader: release to agencies and countries, exclusions, compartments, embargo. A record is read only if
    /// every one of them permits.
    /// </summary>
    public IReadOnlyList<Caveat> Caveats { get; init; } = [];

    /// <summary>The case's, where who reads the record must be let in by that as well.</summary>
    public Marking? Under { get; init; }

    public static Marking Directory(Body of) => new(new Circle.Everybody(), "GREEN", of, []);

    public override string ToString() =>
        $"{Tlp}{(Readers.Count > 0 ? $" for {string.Join(", ", Readers)}" : "")} {NeedsToKnow.GetType().Name} of {Originator.Code}"
        + (Caveats.Count > 0 ? " with caveats" : "") + (Under is null ? "" : $" under {Under}");

    public bool IsBelow(string tlp) => Array.IndexOf(Rising, Tlp) < Array.IndexOf(Rising, tlp);

    /// <summary>
    /// The same record when its case is marked otherwise: what is marked as the case goes with it; what says something of itself keeps that,
    /// under the case's label as well where this asks more.
    /// </summary>
    /// <param name="asCase">It says nothing of itself.</param>
    public Marking Follow(Marking onCase, bool asCase)
    {
        if (asCase)
            return onCase;
        var own = this with { Under = null };
        var holds = onCase.Caveats.Count == 0 && !own.IsBelow(onCase.Tlp) && (onCase.Tlp != "RED" || own.Readers.All(onCase.Readers.Contains));
        return holds ? own : own with { Under = onCase };
    }
}

/// <summary>One condition more.</summary>
internal delegate bool Caveat(Person reader, DateTimeOffset at);

/// <summary>Need to know.</summary>
internal abstract record Circle
{
    /// <summary>The directory of people and bodies.</summary>
    public sealed record Everybody : Circle;

    public sealed record Oneself(Person Officer) : Circle;

    public sealed record AgencyOf(Body Agency) : Circle;

    /// <summary>Whoever holds a role in the task force.</summary>
    public sealed record InForce(string Force) : Circle;

    /// <summary>Whoever is read into the compartment.</summary>
    public sealed record Inside(string Compartment) : Circle;

    /// <summary>Whoever holds a role on the case; also in the task force it is worked under, where the case is for its eyes.</summary>
    public sealed record OnCase(string Case, string? Force) : Circle;

    /// <summary>Whoever holds a role on the operation.</summary>
    public sealed record OnOperation(string Operation) : Circle;
}
