using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

public sealed record UnlinkEntries(EntryId To, LinkKind Kind, string Reason)
{
    public static Decision<IEntryFact> Decide(Acting by, UnlinkEntries command, TimelineEntry entry, CaseFile file)
    {
        if ((Choice.Check(command.Kind, "kind") ?? Kernel.Reason.Check(command.Reason)) is { } badInput)
            return badInput;
        if (file.MustBeOpen() is { } closed)
            return closed;
        if (!entry.Links.Contains(new EntryLink(command.To, command.Kind)))
            return Decision<IEntryFact>.Nothing;

        return Decision<IEntryFact>.Accept(new EntryUnlinked(command.To, command.Kind, command.Reason));
    }
}
