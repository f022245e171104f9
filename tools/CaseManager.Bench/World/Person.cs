using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;

namespace CaseManager.Bench.World;

/// <summary>An officer of the world.</summary>
internal sealed record Person(string Subject, string Agency)
{
    public AgencyId Of => new(Agency);

    public OfficerId Id => OfficerIds.Of(Of, Subject);

    public Acting At(DateTimeOffset at) => new(Id, Of, at);
}
