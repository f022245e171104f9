using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Kernel.Wire;

/// <summary>What restricts a record beside its TLP and readers. Every one of them must let somebody in.</summary>
/// <param name="Handling">Europol's handling codes; H3 needs <paramref name="HandlingText"/>.</param>
/// <param name="ReleasedTo">Only these read it, and the originating agency; everybody else's need to know stays as it is when absent.</param>
/// <param name="NotTo">These do not.</param>
/// <param name="Compartments">Those who are not read into all of them do not; the caller must be.</param>
/// <param name="EmbargoUntil">Before this moment only the originating agency does.</param>
public sealed record CaveatsInput(
    IReadOnlyList<HandlingCode>? Handling, string? HandlingText, RecipientsInput? ReleasedTo, RecipientsInput? NotTo,
    IReadOnlyList<CompartmentId>? Compartments, DateTimeOffset? EmbargoUntil)
{
    /// <summary>What must be read before they can be judged.</summary>
    internal IEnumerable<Guid> Streams => Agencies.Select(KeyOf);

    private IEnumerable<AgencyId> Agencies => (ReleasedTo?.Agencies ?? []).Concat(NotTo?.Agencies ?? []);

    internal Caveats Read() => new(
        [.. Handling ?? []], HandlingText, Recipients(ReleasedTo), Recipients(NotTo), [.. Compartments ?? []], EmbargoUntil?.ToUniversalTime());

    /// <summary>Null when the agencies named are known and the caller is inside every compartment. One that is hidden is not there.</summary>
    internal Refusal? Forbids(Grounds ground) => ForbidsCompartments(ground) ?? Unknown(ground, ReleasedTo, "releasedTo") ?? Unknown(ground, NotTo, "notTo");

    private Refusal? ForbidsCompartments(Grounds ground) =>
        ground.Rights is { } rights && Compartments?.All(inside => AccessLaw.MayEnter(rights, inside, ground.By.At)) == false
            ? Refusal.Unknown.At("caveats.compartments")
            : null;

    private static Refusal? Unknown(Grounds ground, RecipientsInput? of, string field) =>
        of?.Agencies?.All(agency => ground.Version(KeyOf(agency)) > 0) == false ? Refusal.Unknown.At($"caveats.{field}.agencies") : null;

    private static Guid KeyOf(AgencyId agency) => NameId.For("agency", agency.Code);

    private static Recipients Recipients(RecipientsInput? input) => new([.. input?.Agencies ?? []], [.. input?.Countries ?? []]);
}

/// <param name="Countries">ISO 3166-1 alpha-2, or a subdivision such as <c>CA-ON</c>: with all their agencies.</param>
public sealed record RecipientsInput(IReadOnlyList<AgencyId>? Agencies, IReadOnlyList<string>? Countries);
