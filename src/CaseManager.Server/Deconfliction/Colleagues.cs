using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Deconfliction;

/// <summary>Officers whom somebody names to read along.</summary>
internal static class Colleagues
{
    /// <summary>Null when all of them serve the caller's own agency.</summary>
    public static Refusal? Unknown(Grounds ground, Items<OfficerId> named, string field) =>
        named.All(officer => ground.State<Officer, IOfficerFact>(officer.Value) is { } colleague && colleague.Agency == ground.By.Agency && colleague.ServesAt(ground.By.At))
            ? null
            : Refusal.Unknown.At(field);
}
