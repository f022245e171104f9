namespace CaseManager.Bench.World;

/// <summary>Who acts: fifty officers of the agency that leads, twelve of its partners, and two who look after everybody's cases and operations.</summary>
internal static class People
{
    public const string Own = "CFP";
    public const int Desks = 50;

    private const int OfEachPartner = 3;

    public static string[] Partners { get; } = ["OPS", "CHA", "USDE", "NLFI"];

    /// <summary>Sees all cases of the task force, and their figures.</summary>
    public static Person Supervisor { get; } = new("supervisor", Own);

    /// <summary>Plans all operations and decides on them.</summary>
    public static Person Coordinator { get; } = new("coordinator", Own);

    public static Person Desk(int number) => new($"officer.{number:000}", Own);

    /// <summary>The first of an agency speaks for it.</summary>
    public static Person Partner(int agency, int number) => new($"partner.{number % OfEachPartner}", Partners[agency]);

    public static IEnumerable<Person> All =>
    [
        .. Enumerable.Range(0, Desks).Select(Desk), Supervisor, Coordinator,
        .. Partners.SelectMany((_, agency) => Enumerable.Range(0, OfEachPartner).Select(n => Partner(agency, n))),
    ];
}
