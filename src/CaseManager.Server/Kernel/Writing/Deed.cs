using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Kernel.Writing;

/// <summary>What follows from a decision: facts for one or more streams, in one transaction, or a refusal.</summary>
public sealed class Deed
{
    private readonly List<Addition> _additions = [];

    private Deed(Refusal? refusal) => Refusal = refusal;

    public Refusal? Refusal { get; private set; }

    public IReadOnlyList<Addition> Additions => _additions;

    /// <summary>What goes to another label, with all that is there already.</summary>
    internal Relabelled? Relabelled { get; private set; }

    public static Deed Nothing => new(null);

    public static implicit operator Deed(Refusal refusal) => new(refusal);

    /// <summary>Adds what was decided; the first refusal stands for all.</summary>
    public Deed And<TFact>(Guid stream, Decision<TFact> decision, Label label, string? reason = null) where TFact : IFact
    {
        Refusal ??= decision.Refusal;
        if (decision.Facts.Count > 0)
            _additions.Add(new Addition(stream, [.. decision.Facts.Cast<IFact>()], label, reason));
        return this;
    }

    /// <summary>The record, which stood under that label, goes to the one of its addition.</summary>
    internal Deed Moving(Guid record, Label was, Label? own)
    {
        Relabelled = new Relabelled(record, was, _additions.Last(a => a.Stream == record).Label, own);
        return this;
    }

    /// <summary>The deed of a single stream.</summary>
    public static Deed Of<TFact>(Guid stream, Decision<TFact> decision, Label label, string? reason = null) where TFact : IFact =>
        Nothing.And(stream, decision, label, reason);
}

/// <summary>Facts for one stream under one label.</summary>
public sealed record Addition(Guid Stream, IReadOnlyList<IFact> Facts, Label Label, string? Reason);

/// <summary>What is to be done, before anything is loaded.</summary>
/// <param name="Main">The record acted on: its id and version are the answer.</param>
/// <param name="Seen">The version the person saw; anything newer makes the act stale.</param>
/// <param name="Others">Further streams the decision needs, to append to or to look at.</param>
/// <param name="Held">Streams that must not change until the act is committed, though nothing is appended to them.</param>
/// <param name="Decide">Pure, but for what it closes over: it may be called again when another act came first.</param>
public sealed record Undertaking(Guid Main, long? Seen, IReadOnlyList<Guid> Others, IReadOnlyList<Guid> Held, Func<Grounds, Deed> Decide)
{
    /// <summary>Officers whose rights may change: held from the start, in one order for all acts, so that no two wait for each other.</summary>
    public IReadOnlyList<OfficerId> Affects { get; init; } = [];

    /// <summary>
    /// Cases, task forces and operations whose people's rights may change, held like those of <see cref="Affects"/>: what they read may go to
    /// another label.
    /// </summary>
    public IReadOnlyList<Guid> AffectsAllOn { get; init; } = [];

    /// <summary>Officers other than the caller on whose rights the decision stands (<see cref="Grounds.Could"/>): their rights are held until the commit.</summary>
    public IReadOnlyList<OfficerId> Judged { get; init; } = [];

    /// <summary>Streams on which acts go one after the other: held before all others, against every other act that holds or writes them.</summary>
    public IReadOnlyList<Guid> Alone { get; init; } = [];

    /// <summary>Further streams to look at, which one that the act has alone names: they are found once it is held, so that none is missed.</summary>
    public Naming? Named { get; init; }
}

/// <summary>The streams that facts of one kind name on a stream.</summary>
/// <param name="Fact">The kind of fact; <paramref name="Field"/> its property that holds the id.</param>
public sealed record Naming(Guid Stream, Type Fact, string Field);
