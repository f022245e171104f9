using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Kernel.Searching;

/// <summary>All views whose rows can be searched for, in an order that is the same on all nodes of a version.</summary>
public sealed class SearchSources(FactCatalog catalog, WireModel wire)
{
    public IReadOnlyList<SearchSource> All { get; } =
    [
        .. catalog.Projections.Select(p => p.View).Where(v => v.Searched is not null)
            .Select(v => new SearchSource(v, wire.Nodes.Single(n => n.Row == v.Row).Name)).OrderBy(s => s.Type, StringComparer.Ordinal),
    ];
}

/// <param name="Type">Name of the rows' type on the wire.</param>
public sealed record SearchSource(IView View, string Type)
{
    public string Matches => SearchTable.Matches(View);

    internal string Excerpt => View.Searched!.Excerpt(View.Shape);
}
