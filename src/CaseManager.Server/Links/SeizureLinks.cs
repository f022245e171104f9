using CaseManager.Domain.Kernel;
using CaseManager.Domain.Links;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Links;

/// <summary>
/// Where an exhibit was taken is a link and no field of its own: most who work with it need not know of the operation. Partners may know of
/// the operation and not of the site, so that these are two.
/// </summary>
internal static class SeizureLinks
{
    public static Deed Add(Deed seizure, ExhibitId exhibit, Label label, SiteBrief at) => seizure
        .And(IdOf(exhibit, LinkEnd.Of(at.Operation)), LinkSeized.Decide(new LinkSeized(exhibit, LinkEnd.Of(at.Operation))), label.Join(at.OfOperation))
        .And(IdOf(exhibit, LinkEnd.Of(at.Id)), LinkSeized.Decide(new LinkSeized(exhibit, LinkEnd.Of(at.Id))), label.Join(at.Label));

    private static Guid IdOf(ExhibitId exhibit, LinkEnd at) => LinkId.Of(LinkEnd.Of(exhibit), at, LinkKind.SeizedIn).Value;
}
