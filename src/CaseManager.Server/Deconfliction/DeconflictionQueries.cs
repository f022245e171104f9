using CaseManager.Domain.Deconfliction;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Deconfliction;

/// <summary>What one has planned oneself, and what one was told of others'.</summary>
public static class DeconflictionQueries
{
    /// <summary>Something planned, for those who plan it.</summary>
    public static Task<DeconflictionEventRow?> DeconflictionEvent(DeconflictionEventId id, IReader reader, CancellationToken cancel) =>
        reader.Record(DeconflictionEventRow.View, id.Value, null, cancel);

    /// <summary>What the caller has planned, or was named for as a colleague; the latest first. Of what others have planned nothing is here.</summary>
    public static Task<Page<DeconflictionEventRow>> DeconflictionEvents(
        Where<DeconflictionEventRow>? where, Order<DeconflictionEventRow>? order, PageArgs page, IReader reader, CancellationToken cancel) =>
        reader.Page(null, where, order, page, cancel);

    /// <summary>Conflicts of the caller's own events, the latest first.</summary>
    public static Task<Page<ConflictRow>> Conflicts(Where<ConflictRow>? where, Order<ConflictRow>? order, PageArgs page, IReader reader, CancellationToken cancel) =>
        reader.Page(null, where, order, page, cancel);
}

/// <summary>Further fields of an event.</summary>
public static class DeconflictionEventFields
{
    /// <summary>All that happened to it, who did it, for whom and why.</summary>
    public static Task<IReadOnlyList<Change>> History(DeconflictionEventRow planned, IReader reader, CancellationToken cancel) => reader.History(planned.Key, cancel);
}

/// <summary>Further fields of a conflict.</summary>
public static class ConflictFields
{
    /// <summary>What the other side told, once both had agreed, for the officers whom one's own side named.</summary>
    public static Loaded<ConflictRevealRow?> Reveal(ConflictRow conflict, IReader reader) => reader.Load<ConflictRevealRow>(ConflictStreams.RevealTo(conflict.Id));
}
