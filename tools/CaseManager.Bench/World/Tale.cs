using CaseManager.Domain.Kernel;

namespace CaseManager.Bench.World;

/// <summary>A stream as the product's own rules make it: what they refuse is no part of the world.</summary>
internal sealed class Tale<TState, TFact>(Guid id, Label label) where TState : class, IState<TState, TFact> where TFact : IFact
{
    private readonly List<Told> _facts = [];

    public TState? State { get; private set; }

    public Stream Stream => new(id, label, _facts);

    public bool IsEmpty => _facts.Count == 0;

    public Decision<TFact> Add(Acting by, Decision<TFact> decided)
    {
        if (decided.Refusal is { } refusal)
            throw new InvalidOperationException($"{refusal.Code} {refusal.Field}");
        foreach (var fact in decided.Facts)
        {
            State = TState.Evolve(State, fact);
            _facts.Add(new Told(fact, by));
        }
        return decided;
    }
}
