using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.GraphQl.Mutations;

/// <summary>The act was understood and refused by a rule.</summary>
internal sealed record RefusedError(string Message, string Code, string? Field);

/// <summary>The record has changed since the version the person saw.</summary>
/// <param name="Message">What to tell the person.</param>
/// <param name="Code">Stable code of the refusal.</param>
/// <param name="Version">The version that stands.</param>
/// <param name="Changes">What the person has not seen.</param>
internal sealed record StaleError(string Message, string Code, long Version, IReadOnlyList<Change> Changes);

/// <summary>A field of the input cannot be accepted.</summary>
internal sealed record InvalidInputError(string Message, string Code, string Field);

internal static class ActErrors
{
    public static object Of(Refusal refusal, Staleness? stale) => refusal switch
    {
        { Field: { } field } when refusal.Code.StartsWith("input.", StringComparison.Ordinal) => new InvalidInputError(refusal.Message, refusal.Code, field),
        _ when stale is not null => new StaleError(refusal.Message, refusal.Code, stale.Version, stale.Changes),
        _ => new RefusedError(refusal.Message, refusal.Code, refusal.Field),
    };
}
