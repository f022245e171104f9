using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.GraphQl.Mutations;

/// <summary>The answer to one mutation.</summary>
/// <param name="Record">The record as it stands after the act, if the caller may see it.</param>
internal sealed record Payload(Acted Acted, object? Record, string? ClientMutationId, IReadOnlyList<object>? Errors)
{
    public static Payload Refused(IEnumerable<Refusal> refusals, string? clientMutationId) =>
        new(new Acted(null, 0), null, clientMutationId, [.. refusals.Select(r => ActErrors.Of(r, null))]);
}
