using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Links;

/// <summary>Points a record at another. Entries and exhibits are linked within their case, and with operations whatever case these serve.</summary>
/// <param name="From">The one that points, <paramref name="To"/> the one pointed at.</param>
public sealed record MakeLink(LinkEnd From, LinkEnd To, LinkKind Kind, string? Reason)
{
    public static readonly Refusal ToItself = new("link.to-itself", "A record is not linked to itself.");
    public static readonly Refusal OtherCase = new("link.across-cases", "Both records must be of one case.");
    public static readonly Refusal NotLinked = new("link.not-linked", "Links join timeline entries, exhibits and operations.");
    public static readonly Refusal BySeizure = new("link.by-seizure", "That something was taken in an operation is recorded by its seizure there.");
    public static readonly Refusal OfNoCase = new("link.of-no-case", "At least one of the records must be of a case.");

    /// <param name="from">The label that the one stands under, <paramref name="to"/> the other's.</param>
    /// <param name="under">The case, where one of them is of a case.</param>
    /// <param name="link">The link between them in this way, if there ever was one.</param>
    public static Decision<ILinkFact> Decide(MakeLink command, Label from, Label to, IReadOnlyList<CaseBrief> under, Link? link)
    {
        if ((Choice.Check(command.Kind, "kind") ?? Text.CheckOptional(command.Reason, Kernel.Reason.Longest, "reason")) is { } badInput)
            return badInput;
        if (command.From == command.To)
            return ToItself.At("to");
        if (command.From.Kind == EndKind.Site)
            return NotLinked.At("from");
        if (command.To.Kind == EndKind.Site)
            return NotLinked.At("to");
        if (command.Kind == LinkKind.SeizedIn)
            return BySeizure.At("kind");
        if (from.Case is null && to.Case is null)
            return OfNoCase.At("to");
        if (from.Case is { } one && to.Case is { } other && one != other)
            return OtherCase.At("to");
        if (Link.Closed(under) is { } closed)
            return closed;
        if (link is { Stands: true })
            return Decision<ILinkFact>.Nothing;

        return Decision<ILinkFact>.Accept(new LinkMade(command.From, command.To, command.Kind, command.Reason));
    }
}
