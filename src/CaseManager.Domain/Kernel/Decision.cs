namespace CaseManager.Domain.Kernel;

/// <summary>What a rule decides: facts to store (none when nothing is left to do), or one refusal.</summary>
public sealed record Decision<TFact>
{
    private Decision(IReadOnlyList<TFact> facts, Refusal? refusal)
    {
        Facts = facts;
        Refusal = refusal;
    }

    public IReadOnlyList<TFact> Facts { get; }

    public Refusal? Refusal { get; }

    public static Decision<TFact> Accept(params TFact[] facts) => new(facts, null);

    /// <summary>The act was done before: accepted, and nothing follows.</summary>
    public static Decision<TFact> Nothing { get; } = new([], null);

    public static implicit operator Decision<TFact>(Refusal refusal) => new([], refusal);

    public static implicit operator Decision<TFact>(TFact fact) => Accept(fact);
}
