namespace CaseManager.Domain.Kernel;

/// <summary>Something that happened: a past-tense record, stored for ever under an explicit name (ADR 0004).</summary>
public interface IFact;

/// <summary>What the rules need to know of one stream, folded from its facts.</summary>
public interface IState<TSelf, TFact> where TSelf : class, IState<TSelf, TFact> where TFact : IFact
{
    /// <summary>State after one more fact. Pure, total over the stream's facts, never throws on stored history.</summary>
    static abstract TSelf Evolve(TSelf? state, TFact fact);
}

/// <summary>Folding, once for all streams.</summary>
public static class Fold
{
    public static TState? Of<TState, TFact>(IEnumerable<TFact> facts)
        where TState : class, IState<TState, TFact>
        where TFact : IFact =>
        facts.Aggregate((TState?)null, TState.Evolve);
}
