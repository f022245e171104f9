using CaseManager.Server.Kernel.Reading;
using GraphQL.DataLoader;

namespace CaseManager.Server.GraphQl.Execution;

/// <summary>A <see cref="Loaded{T}"/> as the engine waits for it: after all its siblings have been asked for.</summary>
internal sealed class Pending<T>(Loaded<T> loaded, Func<T, object?>? show) : IDataLoaderResult
{
    public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default)
    {
        var value = await loaded.Get(cancellationToken);
        return show is null ? value : show(value);
    }
}
