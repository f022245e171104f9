using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

public sealed record UnlinkEntries(LinkKind Kind, string Reason)
{
    public static Decision<ILinkFact> Decide(Acting by, UnlinkEntries command, EntryLink? link, CaseFile file)
    {
        if ((Choice.Check(command.Kind, "kind") ?? Kernel.Reason.Check(command.Reason)) is { } badInput)
            return badInput;
        if (file.MustBeOpen() is { } closed)
            return closed;
        if (link is not { Stands: true })
            return Decision<ILinkFact>.Nothing;

        return Decision<ILinkFact>.Accept(new EntriesUnlinked(command.Reason));
    }
}
