namespace CaseManager.Domain.Kernel;

/// <summary>Europol's handling codes (Council document 6261/18): what may be done with information, beside who may read it. They combine.</summary>
public enum HandlingCode
{
    /// <summary>To prevent and combat crime, under the law that covers it; what holds when nothing else is said.</summary>
    H0,

    /// <summary>Not in judicial proceedings without the provider's permission.</summary>
    H1,

    /// <summary>Not passed on without the provider's permission.</summary>
    H2,

    /// <summary>Another restriction, which must be put in words.</summary>
    H3,
}

/// <summary>What restricts a record beside its TLP, its need to know and its readers. Every one of them must let somebody in.</summary>
/// <param name="Handling">Each once, in their order.</param>
/// <param name="HandlingText">The words of H3.</param>
/// <param name="ReleasedTo">Only these, and the originating agency; nobody named: no such restriction.</param>
/// <param name="NotTo">Not these.</param>
/// <param name="Compartments">Read only by those who are read into all of them: the record is sealed.</param>
/// <param name="EmbargoUntil">Before this moment only the originating agency reads it.</param>
public sealed record Caveats(
    Items<HandlingCode> Handling, string? HandlingText, Recipients ReleasedTo, Recipients NotTo, Items<CompartmentId> Compartments, DateTimeOffset? EmbargoUntil)
{
    public const int LongestText = 500;
    public const int MostCompartments = 10;

    public static readonly Refusal H3NeedsText = new("label.h3-needs-text", "H3 needs its restriction in words.");
    public static readonly Refusal TextNeedsH3 = new("label.text-needs-h3", "Words of a restriction belong to H3.");
    public static readonly Refusal ExcludesOriginator = new("label.excludes-originator", "The originating agency cannot be left out.");
    public static readonly Refusal EmbargoOver = new("label.embargo-over", "The embargo would be over already.");
    public static readonly Refusal TooManyCompartments = new("label.too-many-compartments", "Too many compartments for one record.");

    public static readonly Caveats None = new([], null, Recipients.None, Recipients.None, [], null);

    /// <summary>None, when there is nothing to say: a label then is what it would be without.</summary>
    public Caveats? OrNothing() => this == None ? null : this;

    /// <summary>The same, each code and name once and in order.</summary>
    public Caveats InOrder() => this with
    {
        Handling = [.. Handling.Distinct().Order()],
        HandlingText = string.IsNullOrWhiteSpace(HandlingText) ? null : HandlingText.Trim(),
        ReleasedTo = ReleasedTo.InOrder(),
        NotTo = NotTo.InOrder(),
        Compartments = [.. Compartments.Distinct().OrderBy(c => c.Value)],
    };

    public static Refusal? Check(Caveats caveats, AgencyId originator, DateTimeOffset now, string field) =>
        caveats.Handling.Select(code => Choice.Check(code, $"{field}.handling")).FirstOrDefault(no => no is not null)
        ?? CheckText(caveats, $"{field}.handlingText")
        ?? Recipients.Check(caveats.ReleasedTo, $"{field}.releasedTo")
        ?? Recipients.Check(caveats.NotTo, $"{field}.notTo")
        ?? (caveats.NotTo.Agencies.Contains(originator) ? ExcludesOriginator.At($"{field}.notTo") : null)
        ?? (caveats.Compartments.Count > MostCompartments ? TooManyCompartments.At($"{field}.compartments") : null)
        ?? (caveats.EmbargoUntil <= now ? EmbargoOver.At($"{field}.embargoUntil") : null);

    private static Refusal? CheckText(Caveats caveats, string field)
    {
        var given = !string.IsNullOrWhiteSpace(caveats.HandlingText);
        if (caveats.Handling.Contains(HandlingCode.H3) != given)
            return (given ? TextNeedsH3 : H3NeedsText).At(field);
        return given ? Text.Check(caveats.HandlingText!, LongestText, field) : null;
    }
}
