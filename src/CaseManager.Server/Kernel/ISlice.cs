using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Inbox;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Kernel;

/// <summary>What a noun brings: its facts and what follows from them, and what it shows and takes on the wire.</summary>
public interface ISlice
{
    /// <summary>Stored names, views, consequences.</summary>
    void Store(FactCatalog facts);

    /// <summary>Types, queries, mutations, subscriptions.</summary>
    void Wire(WireModel wire);

    /// <summary>Types that handle the slice's messages.</summary>
    IReadOnlyList<Type> Handlers { get; }

    /// <summary>What of the slice can wait for an officer.</summary>
    IReadOnlyList<InboxSource> Inbox => [];
}
