using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Facts of one officer's roles in one scope. Stored for ever: add, never edit.</summary>
public interface IGrantFact : IFact;

/// <param name="From">First moment it holds.</param>
/// <param name="Until">First moment it no longer holds; absent: until it is withdrawn.</param>
public sealed record GrantGiven(
    Scope Scope, OfficerId Officer, Role Role, DateTimeOffset From, DateTimeOffset? Until, string Reason) : IGrantFact;

/// <param name="From">First moment the role no longer holds.</param>
public sealed record GrantWithdrawn(Scope Scope, OfficerId Officer, Role Role, DateTimeOffset From, string Reason) : IGrantFact;

/// <summary>The time that was set when it was given has come.</summary>
public sealed record GrantExpired(Scope Scope, OfficerId Officer, Role Role, DateTimeOffset Until) : IGrantFact;
