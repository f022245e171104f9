namespace CaseManager.Server.GraphQl.Guard;

/// <summary>What a selection set comes to with its fragments written out.</summary>
/// <param name="Depth">Levels of selection sets.</param>
/// <param name="DeepestIntrospection">The same counted below a meta field.</param>
/// <param name="Selections">Fields in all, saturating.</param>
internal readonly record struct Measure(int Depth, int DeepestIntrospection, long Selections)
{
    private const long Saturated = 1_000_000;

    public Measure Beside(Measure other) => new(
        Math.Max(Depth, other.Depth),
        Math.Max(DeepestIntrospection, other.DeepestIntrospection),
        Math.Min(Saturated, Selections + other.Selections));

    /// <summary>This measure below one more field.</summary>
    public Measure Below(bool meta) => meta
        ? new(0, Math.Max(Depth, DeepestIntrospection) + 1, Selections + 1)
        : new(Depth + 1, DeepestIntrospection, Selections + 1);
}
