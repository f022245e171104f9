namespace CaseManager.Server.Kernel.Reading;

/// <summary>A value that is fetched together with its siblings: asked for first by all of them, then read from the database once.</summary>
public sealed class Loaded<T>(Func<CancellationToken, Task<T>> get)
{
    public Task<T> Get(CancellationToken cancel) => get(cancel);

    public Loaded<TNext> Then<TNext>(Func<T, TNext> next) => new(async cancel => next(await get(cancel)));
}
