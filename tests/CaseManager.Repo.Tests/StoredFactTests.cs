using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CaseManager.Repo.Tests.Support;
using Xunit;

namespace CaseManager.Repo.Tests;

/// <summary>
/// Nobody edits or removes a stored fact, Kernel included. The banned symbols cannot say this of Kernel, which may name sessions:
/// so what was compiled is searched for the names themselves.
/// </summary>
public sealed class StoredFactTests
{
    private static readonly string[] _ways =
    [
        "ApplyEventDataMasking", "AddMaskingRuleForProtectedInformation", "CompactStreamAsync", "MarkEventsAsSkipped", "OverwriteEvent",
        "CompletelyReplaceEvent", "TombstoneStream", "ArchiveStream", "CleanAllMartenDataAsync", "HardDelete", "HardDeleteWhere", "get_Clean",
        "CompletelyRemoveAsync", "CompletelyRemoveAllAsync", "DeleteAllEventDataAsync", "DeleteSingleEventStreamAsync", "ResetAllData",
        "set_EnableEventSkippingInProjectionsOrSubscriptions",
    ];

    [Fact]
    public void No_way_to_change_or_remove_them_is_called()
    {
        var called = Called(Assemblies.Server.Location);

        // The search works: the ledger asks Marten under which names it stores.
        Assert.Contains("AllKnownEventTypes", called);
        Assert.Empty(_ways.Intersect(called));
    }

    [Fact]
    public void A_call_is_found()
    {
        // Never run: that it was compiled is enough.
        static Task Sweep(Marten.IDocumentStore store, CancellationToken cancel) => store.Advanced.Clean.DeleteAllEventDataAsync(cancel);

        Assert.NotNull((Func<Marten.IDocumentStore, CancellationToken, Task>)Sweep);
        Assert.Equal(["DeleteAllEventDataAsync", "get_Clean"], _ways.Intersect(Called(typeof(StoredFactTests).Assembly.Location)).Order(StringComparer.Ordinal));
    }

    private static HashSet<string> Called(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var names = file.GetMetadataReader();
        return [.. names.MemberReferences.Select(handle => names.GetString(names.GetMemberReference(handle).Name))];
    }
}
