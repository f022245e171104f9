using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Links;

public sealed record RemoveLink(LinkKind Kind, string Reason)
{
    public static Decision<ILinkFact> Decide(RemoveLink command, IReadOnlyList<CaseBrief> under, Link? link)
    {
        if ((Choice.Check(command.Kind, "kind") ?? Kernel.Reason.Check(command.Reason)) is { } badInput)
            return badInput;
        if (Link.Closed(under) is { } closed)
            return closed;
        if (link is not { Stands: true })
            return Decision<ILinkFact>.Nothing;

        return Decision<ILinkFact>.Accept(new LinkRemoved(command.Reason));
    }
}
