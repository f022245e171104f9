using CaseManager.Domain.Kernel;
using CaseManager.Domain.Links;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Links;

/// <summary>Links between records of all slices.</summary>
public sealed class LinksSlice : ISlice
{
    public IReadOnlyList<Type> Handlers { get; } = [];

    public void Store(FactCatalog facts) => facts
        .Map<LinkMade>("link.made.v1")
        .Map<LinkRemoved>("link.removed.v1")
        .Map<EntriesLinked>("entry-link.made.v1")
        .Map<EntriesUnlinked>("entry-link.removed.v1")
        .Project(LinkRow.Projection)
        .Joins(LinkRow.Projection, "\"from\"", "\"to\"");

    public void Wire(WireModel wire) => wire
        .Node<LinkRow, LinkId>("Link", LinkRow.View, id => id.Value)
        .Extend<LinkRow>(typeof(LinkFields))
        .Extend<LinkRow>(typeof(MarkingOf<LinkRow>))
        .ExtendById<EntryId>(typeof(LinksOfEntry))
        .ExtendById<ExhibitId>(typeof(LinksOfExhibit))
        .ExtendById<OperationId>(typeof(LinksOfOperation))
        .ExtendById<SiteId>(typeof(LinksOfSite))
        .Mutation(typeof(LinkMutations));
}
