using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Links;

/// <summary>Says of an exhibit where it was taken, as it is taken.</summary>
public sealed record LinkSeized(ExhibitId Exhibit, LinkEnd In)
{
    public static Decision<ILinkFact> Decide(LinkSeized command) =>
        Decision<ILinkFact>.Accept(new LinkMade(LinkEnd.Of(command.Exhibit), command.In, LinkKind.SeizedIn, null));
}
