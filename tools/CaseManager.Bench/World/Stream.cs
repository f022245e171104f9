using CaseManager.Domain.Kernel;

namespace CaseManager.Bench.World;

/// <summary>One stream to store.</summary>
internal sealed record Stream(Guid Id, Label Label, IReadOnlyList<Told> Facts)
{
    /// <summary>All facts by one officer, a second apart.</summary>
    public static Stream By(Person officer, Guid id, Label label, DateTimeOffset at, params IFact[] facts) =>
        new(id, label, [.. facts.Select((f, i) => new Told(f, officer.At(at.AddSeconds(i))))]);
}

/// <summary>A fact, who told it, and when it was recorded.</summary>
internal sealed record Told(IFact Fact, Acting By);
