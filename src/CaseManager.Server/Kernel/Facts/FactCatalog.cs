using System.Text.Json;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Facts;

/// <summary>Every kind of fact under its stored name, with what follows from it. Slices fill it at start; nothing changes it later.</summary>
public sealed class FactCatalog
{
    private readonly Dictionary<string, Type> _types = [];
    private readonly Dictionary<Type, string> _names = [];
    private readonly List<IProjected> _projections = [];
    private readonly List<JoinedView> _joined = [];
    private readonly List<(IProjected Of, Func<IRow, StoredFact<IFact>, Happening?> Tell)> _happenings = [];
    private (IProjected In, Func<ToldHappening, IRow> Row, string Of)? _timeline;
    private readonly Dictionary<Type, Func<Guid, IFact, OfficerId>> _rights = [];
    private readonly Dictionary<Type, (string Officers, Func<Guid, IFact, object[]> Values)> _rightsOfMany = [];
    private readonly Dictionary<Type, List<Func<Guid, IFact, DateTimeOffset, Reaction?>>> _reactions = [];

    public IReadOnlyDictionary<string, Type> Types => _types;

    public IReadOnlyList<IProjected> Projections => _projections;

    /// <summary>Stores facts of <typeparamref name="TFact"/> under <paramref name="name"/>: <c>noun.what-happened.vN</c>, for ever.</summary>
    public FactCatalog Map<TFact>(string name) where TFact : IFact
    {
        _types.Add(name, typeof(TFact));
        _names.Add(typeof(TFact), name);
        return this;
    }

    /// <summary>Facts of <typeparamref name="TFact"/>'s streams are folded into rows of a view.</summary>
    public FactCatalog Project<TFact, TRow>(Projected<TFact, TRow> projection) where TFact : IFact where TRow : class, IRow
    {
        _projections.Add(projection);
        return this;
    }

    /// <summary>Such a record joins two others, and stands under the labels of both: <paramref name="one"/> and <paramref name="other"/> are the columns that name them.</summary>
    public FactCatalog Joins(IProjected projection, string one, string other)
    {
        _joined.Add(new JoinedView(projection, one, other));
        return this;
    }

    public IReadOnlyList<JoinedView> Joined => _joined;

    public JoinedView? JoinedBy(IProjected projection) => _joined.FirstOrDefault(j => j.Projection == projection);

    /// <summary>What such facts mean for a case is told in its timeline.</summary>
    public FactCatalog Tell<TFact, TRow>(Projected<TFact, TRow> of, Func<TRow, StoredFact<TFact>, Happening?> tell)
        where TFact : IFact where TRow : class, IRow
    {
        _happenings.Add((of, (row, fact) => tell((TRow)row, fact.As<TFact>())));
        return this;
    }

    /// <summary>Where it is told: in the view of timelines. The column <paramref name="of"/> names the record that it happened to.</summary>
    public FactCatalog TellIn<TFact, TRow>(Projected<TFact, TRow> timeline, Func<ToldHappening, TRow> row, string of) where TFact : IFact where TRow : class, IRow
    {
        _timeline = (timeline, row, of);
        return this;
    }

    public IReadOnlyList<Telling> Tellings => _timeline is { } timeline
        ? [.. _happenings.Select(h => new Telling(h.Of, timeline.In, h.Tell, timeline.Row, NameOf))]
        : [];

    /// <summary>The column that names the record told of; null in views where nothing is told.</summary>
    public string? ToldOf(IProjected projection) => _timeline is { } timeline && timeline.In == projection ? timeline.Of : null;

    /// <summary>Those that add to the projection's view.</summary>
    public IReadOnlyList<Telling> TellingsIn(IProjected projection) => [.. Tellings.Where(t => t.In == projection)];

    /// <summary>Such a fact changes what an officer may read: their epoch rises in the same transaction.</summary>
    public FactCatalog ChangesRights<TFact>(Func<TFact, OfficerId> of) where TFact : IFact
    {
        _rights.Add(typeof(TFact), (_, fact) => of((TFact)fact));
        return this;
    }

    /// <summary>The same for facts on the officer's own stream.</summary>
    public FactCatalog ChangesRightsOfStream<TFact>() where TFact : IFact
    {
        _rights.Add(typeof(TFact), (stream, _) => new OfficerId(stream));
        return this;
    }

    /// <summary>The same for all officers that <paramref name="officers"/> selects by <paramref name="values"/>, one for each question mark.</summary>
    public FactCatalog ChangesRightsOfMany<TFact>(string officers, Func<Guid, TFact, object[]> values) where TFact : IFact
    {
        _rightsOfMany.Add(typeof(TFact), (officers, (stream, fact) => values(stream, (TFact)fact)));
        return this;
    }

    /// <summary>Such a fact has a consequence: a durable message, now or at a time, stored in the same transaction.</summary>
    public FactCatalog React<TFact>(Func<Guid, TFact, DateTimeOffset, Reaction?> reaction) where TFact : IFact
    {
        if (!_reactions.TryGetValue(typeof(TFact), out var list))
            _reactions.Add(typeof(TFact), list = []);
        list.Add((stream, fact, at) => reaction(stream, (TFact)fact, at));
        return this;
    }

    /// <summary>What other nouns may know of a case, told from its facts; null when they are not those of a case.</summary>
    public FactCatalog BriefCases(Func<IEnumerable<IFact>, CaseBrief?> brief)
    {
        CaseBrief = brief;
        return this;
    }

    public Func<IEnumerable<IFact>, CaseBrief?> CaseBrief { get; private set; } = _ => null;

    public string NameOf(IFact fact) => NameOf(fact.GetType());

    public string NameOf(Type fact) => _names[fact];

    public IFact Read(string name, string json) => (IFact)JsonSerializer.Deserialize(json, _types[name], FactJson.Options)!;

    public IFact Read(string name, ReadOnlySpan<byte> utf8) => (IFact)JsonSerializer.Deserialize(utf8, _types[name], FactJson.Options)!;

    public OfficerId? WhoseRights(Guid stream, IFact fact) => _rights.TryGetValue(fact.GetType(), out var of) ? of(stream, fact) : null;

    public (string Officers, object[] Values)? WhoseRightsAmongMany(Guid stream, IFact fact) =>
        _rightsOfMany.TryGetValue(fact.GetType(), out var of) ? (of.Officers, of.Values(stream, fact)) : null;

    public IEnumerable<Reaction> Reactions(Guid stream, IFact fact, DateTimeOffset at) =>
        _reactions.TryGetValue(fact.GetType(), out var list)
            ? list.Select(reaction => reaction(stream, fact, at)).OfType<Reaction>()
            : [];

    /// <summary>The projection that folds this kind of fact, if any.</summary>
    public IProjected? ProjectionOf(IFact fact) => _projections.FirstOrDefault(p => p.Folds(fact));
}

/// <summary>A message that follows from a fact; due at once when <paramref name="At"/> is absent.</summary>
public sealed record Reaction(object Message, DateTimeOffset? At = null);

/// <summary>A view of records that each join two others, which two columns name.</summary>
public sealed record JoinedView(IProjected Projection, string One, string Other);
