using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Store;

namespace CaseManager.Server.Kernel.Rights;

/// <summary>What a caller may do and read, as of an epoch: good until the epoch rises, a label is added, a grant starts or ends, or service ends.</summary>
public sealed class Standing
{
    private readonly byte[] _readable;

    private Standing(long epoch, int labels, Domain.Access.Rights rights, byte[] readable, DateTimeOffset at, DateTimeOffset? until)
    {
        Epoch = epoch;
        Labels = labels;
        Rights = rights;
        _readable = readable;
        ReadableText = ReadableLabels.Text(readable);
        GoodFrom = at;
        GoodUntil = until;
    }

    public long Epoch { get; }

    /// <summary>The highest label number judged.</summary>
    public int Labels { get; }

    public Domain.Access.Rights Rights { get; }

    /// <summary>The readable labels as the database's policies take them.</summary>
    public string ReadableText { get; }

    private DateTimeOffset GoodFrom { get; }

    /// <summary>When time alone changes what may be read.</summary>
    public DateTimeOffset? GoodUntil { get; }

    public bool HoldsAt(long epoch, int labels, DateTimeOffset at) => labels == Labels && RightsHoldAt(epoch, at);

    /// <summary>Only labels may have been added.</summary>
    public bool RightsHoldAt(long epoch, DateTimeOffset at) => epoch == Epoch && at >= GoodFrom && !(GoodUntil <= at);

    public static Standing Judge(
        long epoch, int highest, Domain.Access.Rights rights, IReadOnlyList<(int Number, Label Label)> labels, DateTimeOffset at,
        DateTimeOffset? departs) =>
        new(epoch, highest, rights, ReadableLabels.With([], Readable(rights, labels, at)), at, Earliest(AccessLaw.NextChange(rights, at), departs > at ? departs : null, Opens(labels, at)));

    /// <summary>The same rights, with the labels added since: each label is judged once, however many cases are opened.</summary>
    /// <param name="added">All after <see cref="Labels"/> up to <paramref name="highest"/>.</param>
    public Standing With(int highest, IReadOnlyList<(int Number, Label Label)> added, DateTimeOffset at) =>
        new(Epoch, highest, Rights, ReadableLabels.With(_readable, Readable(Rights, added, at)), GoodFrom, Earliest(GoodUntil, Opens(added, at)));

    // An embargo that ends lets more people in, by the clock alone.
    private static DateTimeOffset? Opens(IReadOnlyList<(int Number, Label Label)> labels, DateTimeOffset at) => labels.Select(l => l.Label.OpensAfter(at)).Min();

    private static DateTimeOffset? Earliest(params ReadOnlySpan<DateTimeOffset?> times)
    {
        DateTimeOffset? first = null;
        foreach (var time in times)
            first = first is null || time < first ? time ?? first : first;
        return first;
    }

    private static IEnumerable<int> Readable(Domain.Access.Rights rights, IReadOnlyList<(int Number, Label Label)> labels, DateTimeOffset at) =>
        labels.Where(l => AccessLaw.MayRead(rights, l.Label, at)).Select(l => l.Number);
}
