using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Points an entry at another of the same case.</summary>
public sealed record LinkEntries(LinkKind Kind, string? Reason)
{
    public static readonly Refusal ToItself = new("entry.linked-to-itself", "An entry is not linked to itself.");
    public static readonly Refusal OtherCase = new("entry.linked-across-cases", "Both entries must be of one case.");

    /// <param name="entry">The one that points, <paramref name="to"/> the one pointed at.</param>
    /// <param name="link">The link between them in this way, if there ever was one.</param>
    public static Decision<ILinkFact> Decide(Acting by, LinkEntries command, TimelineEntry entry, TimelineEntry to, EntryLink? link, CaseFile file)
    {
        if ((Choice.Check(command.Kind, "kind") ?? Text.CheckOptional(command.Reason, Kernel.Reason.Longest, "reason")) is { } badInput)
            return badInput;
        if (entry.Id == to.Id)
            return ToItself.At("to");
        if (entry.Case != to.Case)
            return OtherCase.At("to");
        if (file.MustBeOpen() is { } closed)
            return closed;
        if (link is { Stands: true })
            return Decision<ILinkFact>.Nothing;

        return Decision<ILinkFact>.Accept(new EntriesLinked(entry.Id, to.Id, command.Kind, command.Reason));
    }
}
