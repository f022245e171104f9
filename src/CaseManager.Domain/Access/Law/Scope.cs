using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

public enum ScopeKind
{
    Case,
    TaskForce,
    Operation,
}

/// <summary>What a grant is on: one case, one task force or one operation.</summary>
public readonly record struct Scope(ScopeKind Kind, Guid Id)
{
    public static Scope Of(CaseId id) => new(ScopeKind.Case, id.Value);

    public static Scope Of(TaskForceId id) => new(ScopeKind.TaskForce, id.Value);

    public static Scope Of(OperationId id) => new(ScopeKind.Operation, id.Value);
}
