namespace CaseManager.Server.Tests.Access;

/// <summary>Under what a record stands, in the words of the design: each of them can say no, none can say yes alone.</summary>
/// <param name="NeedsToKnow">Who has to do with it at all.</param>
/// <param name="Originator">The agency it comes from.</param>
/// <param name="Readers">By name, for TLP:RED.</param>
internal sealed record Marking(Circle NeedsToKnow, string Tlp, Body Originator, IReadOnlyCollection<Person> Readers)
{
    /// <summary>
    /// What else is asked of a reader: release to agencies and countries, exclusions, compartments, embargo. A record is read only if
    /// every one of them permits.
    /// </summary>
    public IReadOnlyList<Caveat> Caveats { get; init; } = [];

    public static Marking Directory(Body of) => new(new Circle.Everybody(), "GREEN", of, []);
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

    /// <summary>Whoever holds a role on the case; also in the task force it is worked under, where the case is for its eyes.</summary>
    public sealed record OnCase(string Case, string? Force) : Circle;

    /// <summary>Whoever holds a role on the operation.</summary>
    public sealed record OnOperation(string Operation) : Circle;
}
