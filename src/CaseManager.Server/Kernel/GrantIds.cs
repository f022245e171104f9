using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Kernel;

/// <summary>One stream for each officer in each scope: its id follows from both.</summary>
public static class GrantIds
{
    public static Guid Of(Scope scope, OfficerId officer) => NameId.For("grant", $"{scope.Kind}|{scope.Id:N}|{officer.Value:N}");
}
