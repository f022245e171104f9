using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>
/// What one operation was shown and what it asked for in vain: noted where rows are read, and put on record before the answer leaves.
/// </summary>
public sealed class Trail
{
    private readonly List<Seen> _seen = [];
    private readonly List<Missed> _missed = [];

    public IReadOnlyList<Seen> Seen => _seen;

    public IReadOnlyList<Missed> Missed => _missed;

    public void Show(Seen seen) => _seen.Add(seen);

    public void Show(IView view, object row) => Show(view, (IRow)row);

    public void Show(IView view, IRow row) => _seen.Add(new Seen(view.Table, row.Key, row.Label));

    /// <summary>A record was asked for, and there is none for the caller: missing and hidden are the same here too.</summary>
    /// <param name="type">As named by the id that was asked for; null when it was no id of a record, like <paramref name="record"/>.</param>
    public void Miss(string? type, Guid? record) => _missed.Add(new Missed(ReadDecision.Nothing, type, record));

    public void Miss((string? Type, Guid? Record) named) => Miss(named.Type, named.Record);

    /// <summary>An act was refused. What any reader of the record would be told as well says nothing of the caller's rights.</summary>
    public void Refuse(Refusal refusal)
    {
        if (refusal.Code == Refusal.Unknown.Code)
            _missed.Add(new Missed(ReadDecision.Nothing, null, null));
        else if (refusal.Code == Grounds.NotPermitted.Code)
            _missed.Add(new Missed(ReadDecision.Refused, null, null));
    }

    /// <summary>What was read did not become an answer.</summary>
    public void ForgetSeen() => _seen.Clear();
}

/// <summary>A row that somebody was shown.</summary>
/// <param name="View">Table of its view.</param>
public readonly record struct Seen(string View, Guid Record, int Label);

/// <summary>Something that was asked for in vain.</summary>
public readonly record struct Missed(ReadDecision Decision, string? Type, Guid? Record);
