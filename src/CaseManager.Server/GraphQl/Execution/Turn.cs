using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.ReadLog;
using GraphQL;
using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl.Execution;

/// <summary>
/// One operation being answered: who asks, and the scope whose reader is current. A mutation acts in a scope of its own
/// and is read back in a newer one, so that the answer shows what was committed.
/// </summary>
internal sealed class Turn(Caller caller, IServiceProvider services, string correlation) : Dictionary<string, object?>(0), IAsyncDisposable
{
    private readonly IServiceProvider _first = services;
    private AsyncServiceScope? _renewed;

    public Caller Caller { get; } = caller;

    /// <summary>What is shown by it, in whichever scope.</summary>
    public Trail Trail { get; init; } = new();

    public string Correlation { get; } = correlation;

    public IServiceProvider Services { get; private set; } = services;

    /// <summary>Of a subscription: it outlives the operation that opens it, and so its deadline.</summary>
    public CancellationToken? Lifetime { get; init; }

    /// <summary>Of a subscription: the last event that the client has received, when the transport says so.</summary>
    public string? LastEvent { get; init; }

    /// <summary>Of a query: the field that asks the database last, where the document tells.</summary>
    public GraphQLField? LastQuestion { get; init; }

    /// <summary>The stream behind a subscription, once its field has been asked for it.</summary>
    public IAsyncEnumerable<object?>? Source { get; set; }

    public static Turn Of(IResolveFieldContext context) => (Turn)context.UserContext;

    /// <summary>A fresh scope for the same caller; what the previous one held is given back.</summary>
    public Task Renew() => Renew(Trail);

    /// <summary>The same for an act: what its rule looks at to decide is shown to nobody.</summary>
    public Task RenewToAct() => Renew(new Trail());

    private async Task Renew(Trail trail)
    {
        var scope = Seat(_first, Caller, trail);
        await DisposeAsync();
        _renewed = scope;
        Services = scope.ServiceProvider;
    }

    public static AsyncServiceScope Seat(IServiceProvider services, Caller caller, Trail trail)
    {
        var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        services.GetRequiredService<SeatCaller>()(scope.ServiceProvider, caller, trail);
        return scope;
    }

    public async ValueTask DisposeAsync()
    {
        if (_renewed is { } scope)
            await scope.DisposeAsync();
        _renewed = null;
    }
}
