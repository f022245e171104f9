using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Who is to do a task, and for which agency.</summary>
public sealed record Assignee(OfficerId Officer, AgencyId Agency);
