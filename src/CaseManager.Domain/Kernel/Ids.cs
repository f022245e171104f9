namespace CaseManager.Domain.Kernel;

/// <summary>An identity of one noun. Serialised as the bare value, so that a stored fact shows an id and no wrapper.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf Of(Guid value);
}

/// <summary>A person of an agency. Name-based: the same person of the same agency always has the same id.</summary>
public readonly record struct OfficerId(Guid Value) : IId<OfficerId>
{
    public static OfficerId Of(Guid value) => new(value);
}

/// <summary>A body that takes part: named by the code under which its identity issuer is configured, such as <c>CFP</c>.</summary>
public readonly record struct AgencyId(string Code)
{
    public override string ToString() => Code;
}

/// <summary>A joint task force.</summary>
public readonly record struct TaskForceId(Guid Value) : IId<TaskForceId>
{
    public static TaskForceId Of(Guid value) => new(value);
}

/// <summary>A case.</summary>
public readonly record struct CaseId(Guid Value) : IId<CaseId>
{
    public static CaseId Of(Guid value) => new(value);
}

/// <summary>A compartment: what stands in it is read by those alone who are read into it.</summary>
public readonly record struct CompartmentId(Guid Value) : IId<CompartmentId>
{
    public static CompartmentId Of(Guid value) => new(value);
}

/// <summary>That somebody opened a case for reading in an emergency.</summary>
public readonly record struct EmergencyId(Guid Value) : IId<EmergencyId>
{
    public static EmergencyId Of(Guid value) => new(value);
}

/// <summary>An entry on a case's timeline.</summary>
public readonly record struct EntryId(Guid Value) : IId<EntryId>
{
    public static EntryId Of(Guid value) => new(value);
}

/// <summary>A task on a case.</summary>
public readonly record struct TaskId(Guid Value) : IId<TaskId>
{
    public static TaskId Of(Guid value) => new(value);
}

/// <summary>An exhibit: one item of evidence.</summary>
public readonly record struct ExhibitId(Guid Value) : IId<ExhibitId>
{
    public static ExhibitId Of(Guid value) => new(value);
}

/// <summary>A coordinated operation.</summary>
public readonly record struct OperationId(Guid Value) : IId<OperationId>
{
    public static OperationId Of(Guid value) => new(value);
}

/// <summary>A place at which an operation acts.</summary>
public readonly record struct SiteId(Guid Value) : IId<SiteId>
{
    public static SiteId Of(Guid value) => new(value);
}
