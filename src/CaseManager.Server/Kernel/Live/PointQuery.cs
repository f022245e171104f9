namespace CaseManager.Server.Kernel.Live;

/// <summary>Following on from an answer.</summary>
public static class PointQuery
{
    /// <summary>The moment that the whole answer shows: a subscription with it as `since` goes on from there, without gap or double.</summary>
    public static Task<string> Point(ChangeReader changes, CancellationToken cancel) => changes.Now(cancel);
}
