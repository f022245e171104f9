using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

public enum ScopeKind
{
    Case,
    TaskForce,
    Operation,
    Compartment,
}

/// <summary>What a grant is on: one case, one task force, one operation or one compartment.</summary>
public readonly record struct Scope(ScopeKind Kind, Guid Id)
{
    public static Scope Of(CaseId id) => new(ScopeKind.Case, id.Value);

    public static Scope Of(TaskForceId id) => new(ScopeKind.TaskForce, id.Value);

    public static Scope Of(OperationId id) => new(ScopeKind.Operation, id.Value);

    public static Scope Of(CompartmentId id) => new(ScopeKind.Compartment, id.Value);
}
