using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Releases;

/// <summary>Finding what originators were asked.</summary>
public static class ReleaseQueries
{
    /// <summary>Whether one case may be passed on to one agency.</summary>
    public static Task<ReleaseRow?> ReleaseRequest(ReleaseId id, IReader reader, CancellationToken cancel) => reader.Record(ReleaseRow.View, id.Value, null, cancel);

    /// <summary>What originators were asked on the cases that the caller may see.</summary>
    public static Task<Page<ReleaseRow>> ReleaseRequests(
        Where<ReleaseRow>? where, Order<ReleaseRow>? order, PageArgs page, IReader reader, CancellationToken cancel) =>
        reader.Page(null, where, order, page, cancel);
}

/// <summary>Further fields of a release.</summary>
public static class ReleaseFields
{
    /// <summary>Who was told that it was taken back: all who had read of the case, for who took it back; for others their own.</summary>
    public static Loaded<Page<RevocationNoticeRow>> Reached(ReleaseRow release, PageArgs page, IReader reader) =>
        reader.PageOf<RevocationNoticeRow>("release", release.Key, null, null, null, page);

    /// <summary>All that happened to it, who did it, for whom and why.</summary>
    public static Task<IReadOnlyList<Change>> History(ReleaseRow release, IReader reader, CancellationToken cancel) => reader.History(release.Key, cancel);
}
