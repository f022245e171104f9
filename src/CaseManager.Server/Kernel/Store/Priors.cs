using System.Runtime.CompilerServices;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Writing;
using Marten;

namespace CaseManager.Server.Kernel.Store;

/// <summary>Rows as they were before an act, folded from the facts that it loaded anyway, so that inline views need not read them again.</summary>
internal sealed class Priors
{
    private static readonly ConditionalWeakTable<IDocumentOperations, Priors> Attached = [];
    private readonly Dictionary<(string View, Guid Stream), IRow?> _rows = [];

    public void Remember(FactCatalog catalog, IReadOnlyList<StoredFact<IFact>> before, Addition addition)
    {
        if (catalog.ProjectionOf(addition.Facts[0]) is { } projection)
            _rows[(projection.View.Table, addition.Stream)] = before.Aggregate((IRow?)null, projection.Evolve);
    }

    public void AttachTo(IDocumentOperations session) => Attached.AddOrUpdate(session, this);

    /// <summary>False when the act did not load the stream, as in a rebuild: then the table must be asked.</summary>
    public static bool TryGet(IDocumentOperations session, string view, Guid stream, out IRow? row)
    {
        row = null;
        return Attached.TryGetValue(session, out var priors) && priors._rows.TryGetValue((view, stream), out row);
    }
}
