using System.Runtime.CompilerServices;
using CaseManager.Server.Kernel;
using GraphQL;

namespace CaseManager.Server.Tests.Live;

public sealed class ToyQuery
{
    public static string Hello() => "Schönen Tag";

    /// <summary>Who the transport says is asking.</summary>
    public static string Me(IResolveFieldContext context) => ((Caller)context.UserContext["caller"]!).Subject;

    public static int Scope([FromServices] ToyScope scope) => scope.Number;
}

public sealed class ToyMutation
{
    public static string Ping() => "pong";
}

public sealed class ToySubscription
{
    /// <summary>One value at once, then silence until somebody stops it.</summary>
    public static async IAsyncEnumerable<string> Watch([FromServices] ToyWatchers watchers, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var watching = watchers.Enter();
        yield return "watching";
        await Task.Delay(Timeout.Infinite, cancel); // not a pause: silent until cancelled
    }

    /// <summary>Much, for as long as somebody takes it.</summary>
    public static async IAsyncEnumerable<string> Flood([FromServices] ToyWatchers watchers, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var watching = watchers.Enter();
        while (!cancel.IsCancellationRequested)
        {
            await Task.Yield();
            yield return new string('x', 64 * 1024);
        }
    }
}

/// <summary>Tells scopes apart.</summary>
public sealed class ToyScope
{
    private static int _count;

    public int Number { get; } = Interlocked.Increment(ref _count);
}

/// <summary>Who is watching now.</summary>
public sealed class ToyWatchers
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public IDisposable Enter()
    {
        Interlocked.Increment(ref _count);
        return new Leaver(this);
    }

    private sealed class Leaver(ToyWatchers watchers) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref watchers._count);
    }
}
