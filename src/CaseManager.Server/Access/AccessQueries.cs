using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Access;

/// <summary>Directories, and oneself.</summary>
public static class AccessQueries
{
    /// <summary>The officer who is asking; null until their agency has registered them.</summary>
    public static Loaded<OfficerRow?> Me(Caller caller, IReader reader) => reader.Load<OfficerRow>(caller.Officer.Value);

    /// <summary>The bodies that take part.</summary>
    public static Task<Page<AgencyRow>> Agencies(
        Where<AgencyRow>? where, Order<AgencyRow>? order, PageArgs page, IReader reader, CancellationToken cancel) =>
        reader.Page(null, where, order, page, cancel);

    /// <summary>The people of all agencies.</summary>
    public static Task<Page<OfficerRow>> Officers(
        Where<OfficerRow>? where, Order<OfficerRow>? order, PageArgs page, IReader reader, CancellationToken cancel) =>
        reader.Page(null, where, order, page, cancel);

    /// <summary>The joint task forces.</summary>
    public static Task<Page<TaskForceRow>> TaskForces(
        Where<TaskForceRow>? where, Order<TaskForceRow>? order, PageArgs page, IReader reader, CancellationToken cancel) =>
        reader.Page(null, where, order, page, cancel);

    /// <summary>The compartments into which the caller is read.</summary>
    public static Task<Page<CompartmentRow>> Compartments(
        Where<CompartmentRow>? where, Order<CompartmentRow>? order, PageArgs page, IReader reader, CancellationToken cancel) =>
        reader.Page(null, where, order, page, cancel);

    /// <summary>One compartment.</summary>
    public static Loaded<CompartmentRow?> Compartment(CompartmentId id, IReader reader) => reader.Load<CompartmentRow>(id.Value);

    /// <summary>One task force.</summary>
    public static Loaded<TaskForceRow?> TaskForce(TaskForceId id, IReader reader) => reader.Load<TaskForceRow>(id.Value);
}
