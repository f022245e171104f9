using CaseManager.Server.Kernel.ReadLog;

namespace CaseManager.Server.Kernel;

/// <summary>The caller of the scope at hand: set once by whoever opened the scope, from the token.</summary>
public sealed class RequestCaller
{
    public Caller? Value { get; set; }

    /// <summary>What is shown to them: one for all scopes of an operation.</summary>
    public Trail Trail { get; set; } = new();

    /// <exception cref="InvalidOperationException">A question was asked for nobody: a bug, for the gate refuses callers without a token.</exception>
    public Caller Required => Value ?? throw new InvalidOperationException("Nobody is asking.");
}
