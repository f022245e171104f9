namespace CaseManager.Server.Kernel;

/// <summary>Asking for somebody outside a request of theirs.</summary>
public static class CallerScopes
{
    /// <summary>One question in a scope of its own, as the caller and by the rights of that moment.</summary>
    public static async Task<T> Ask<T>(this IServiceScopeFactory scopes, Caller caller, Func<IServiceProvider, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestCaller>().Value = caller;
        return await ask(scope.ServiceProvider);
    }
}
