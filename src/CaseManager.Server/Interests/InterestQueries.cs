using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Interests;

/// <summary>What one looks out for, and what others look out for that one has.</summary>
public static class InterestQueries
{
    /// <summary>What the caller looks out for, the latest first. Nothing in it says whether there is anything, but what others chose to tell.</summary>
    public static Task<Page<InterestRow>> Interests(
        Where<InterestRow>? where, Order<InterestRow>? order, PageArgs page, IReader reader, CancellationToken cancel) =>
        reader.Page(null, where, order, page, cancel);

    /// <summary>Interests of others that match cases which the caller leads, as far as they may read what matches; the latest first.</summary>
    public static Task<Page<InterestMatchRow>> InterestMatches(
        Where<InterestMatchRow>? where, Order<InterestMatchRow>? order, PageArgs page, IReader reader, CancellationToken cancel) =>
        reader.Page(null, where, order, page, cancel);
}

/// <summary>Further fields of an interest.</summary>
public static class InterestFields
{
    /// <summary>What the asker was told, the latest first.</summary>
    public static Loaded<Page<InterestContactRow>> Contacts(InterestRow interest, PageArgs page, IReader reader) =>
        reader.PageOf<InterestContactRow>("interest", interest.Key, null, null, null, page);
}
