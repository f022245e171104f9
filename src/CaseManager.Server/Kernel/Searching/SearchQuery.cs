using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Searching;

/// <summary>One search over the records of all slices.</summary>
public static class SearchQuery
{
    /// <summary>
    /// Records that the caller may see, the best match first: words in any of their forms, in English and in French; numbers and seals by
    /// their beginning. Of more than 200 matches of a kind only those last changed are
    /// weighed; whoever needs all of them filters the lists.
    /// </summary>
    /// <param name="text">Words; <c>"a phrase"</c>, <c>or</c> and <c>-not</c> as in other search engines. May be empty beside a tag or a person.</param>
    /// <param name="tag">Only what bears this tag.</param>
    /// <param name="person">Only what this officer has a part in.</param>
    /// <param name="types">Only records of these types, by their names in this schema; unknown names find nothing.</param>
    public static Task<Page<SearchHit>> Search(
        string text, string? tag, OfficerId? person, IReadOnlyList<string>? types, PageArgs page, SearchReader search, CancellationToken cancel) =>
        search.Page(new SearchTerms(text, tag, person), types, page, cancel);
}
