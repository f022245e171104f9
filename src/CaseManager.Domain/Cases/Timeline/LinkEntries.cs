using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Points an entry at another of the same case.</summary>
public sealed record LinkEntries(LinkKind Kind, string? Reason)
{
    public static readonly Refusal ToItself = new("entry.linked-to-itself", "An entry is not linked to itself.");
    public static readonly Refusal OtherCase = new("entry.linked-across-cases", "Both entries must be of one case.");
    public static readonly Refusal TooMany = new("entry.too-many-links", "An entry points at 200 others at most.");

    /// <param name="entry">The one that points; its stream takes the fact.</param>
    /// <param name="to">The one pointed at.</param>
    public static Decision<IEntryFact> Decide(Acting by, LinkEntries command, TimelineEntry entry, TimelineEntry to, CaseFile file)
    {
        if ((Choice.Check(command.Kind, "kind") ?? Text.CheckOptional(command.Reason, Kernel.Reason.Longest, "reason")) is { } badInput)
            return badInput;
        if (entry.Id == to.Id)
            return ToItself.At("to");
        if (entry.Case != to.Case)
            return OtherCase.At("to");
        if (file.MustBeOpen() is { } closed)
            return closed;
        if (entry.Links.Contains(new EntryLink(to.Id, command.Kind)))
            return Decision<IEntryFact>.Nothing;
        if (entry.Links.Count >= CaseLimits.Links)
            return TooMany;

        return Decision<IEntryFact>.Accept(new EntryLinked(to.Id, command.Kind, command.Reason));
    }
}
