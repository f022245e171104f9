using System.Globalization;
using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Kernel.Rights;

/// <summary>What a caller may do and read, as of an epoch: good until the epoch rises, a label is added, a grant starts or ends, or service ends.</summary>
public sealed class Standing
{
    private Standing(long epoch, int labels, Domain.Access.Rights rights, IEnumerable<int> readable, DateTimeOffset at, DateTimeOffset? departs)
    {
        Epoch = epoch;
        Labels = labels;
        Rights = rights;
        ReadableText = $"{{{string.Join(',', readable.Select(n => n.ToString(CultureInfo.InvariantCulture)))}}}";
        GoodFrom = at;
        GoodUntil = new[] { AccessLaw.NextChange(rights, at), departs > at ? departs : null }.Min();
    }

    public long Epoch { get; }

    /// <summary>The highest label number judged.</summary>
    public int Labels { get; }

    public Domain.Access.Rights Rights { get; }

    /// <summary>The readable labels as an array of the database.</summary>
    public string ReadableText { get; }

    private DateTimeOffset GoodFrom { get; }

    private DateTimeOffset? GoodUntil { get; }

    public bool HoldsAt(long epoch, int labels, DateTimeOffset at) =>
        epoch == Epoch && labels == Labels && at >= GoodFrom && !(GoodUntil <= at);

    public static Standing Judge(
        long epoch, int highest, Domain.Access.Rights rights, IReadOnlyList<(int Number, Label Label)> labels, DateTimeOffset at,
        DateTimeOffset? departs) =>
        new(epoch, highest, rights, labels.Where(l => l.Number <= highest && AccessLaw.MayRead(rights, l.Label, at)).Select(l => l.Number), at, departs);
}
