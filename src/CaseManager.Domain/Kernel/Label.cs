namespace CaseManager.Domain.Kernel;

/// <summary>Traffic Light Protocol 2.0 (FIRST, August 2022), in rising order of restriction.</summary>
public enum Tlp
{
    Clear,
    Green,
    Amber,
    AmberStrict,
    Red,
}

/// <summary>
/// Who may read a fact or a row: every dimension must be satisfied, and what cannot be evaluated means no.
/// Rows carry an interned number of it; <c>MayRead</c> in Access is the one function that judges it.
/// </summary>
/// <param name="Originator">The agency the information comes from; only it may lower the label.</param>
/// <param name="Case">Need to know: officers with a grant on this case.</param>
/// <param name="TaskForce">Need to know, wider: members of this task force as well. Without case, task force and operation: every registered officer.</param>
/// <param name="Readers">The named readers that TLP:RED demands.</param>
public sealed record Label(AgencyId Originator, Tlp Tlp, CaseId? Case, TaskForceId? TaskForce, Items<OfficerId> Readers)
{
    /// <summary>Need to know: officers with a grant on this operation. Beside a case or a task force: those who need to know of both.</summary>
    public OperationId? Operation { get; init; }

    /// <summary>Absent: none.</summary>
    public Caveats? Caveats { get; init; }

    /// <summary>
    /// Further labels that must let the reader in as well, of the records that this one was made from; none of them has such of its own. Absent: none.
    /// </summary>
    public Items<Label>? Also { get; init; }

    /// <summary>For directories (agencies, officers): known to every registered officer.</summary>
    public static Label Community(AgencyId originator) => new(originator, Tlp.Green, null, null, Items<OfficerId>.None);

    /// <summary>The same readers in another order are the same label.</summary>
    public Label InOrder() => this with { Readers = [.. Readers.Distinct().OrderBy(r => r.Value)], Caveats = Caveats?.InOrder().OrNothing() };

    /// <summary>All labels that must let a reader in: this one, and those it stands under as well.</summary>
    public IEnumerable<Label> Parts() => Also is { } also ? also.Prepend(this with { Also = null }) : [this];

    /// <summary>The cases, task forces and operations whose people it may let in.</summary>
    public IEnumerable<Guid> Scopes() =>
        Parts().SelectMany(part => new[] { part.Case?.Value, part.TaskForce?.Value, part.Operation?.Value }).OfType<Guid>().Distinct();

    /// <summary>The marking that people see: the strictest of all parts.</summary>
    public Tlp Shown() => Also is null ? Tlp : Parts().Max(part => part.Tlp);

    /// <summary>When an embargo next ends, so that more may read it.</summary>
    public DateTimeOffset? OpensAfter(DateTimeOffset at) =>
        Caveats is null && Also is null ? null : Parts().Select(part => part.Caveats?.EmbargoUntil).Where(until => until > at).Min();

    /// <summary>
    /// For what is made from two records: read by those alone who may read both, whatever restricts either. Which of the two is named first
    /// does not matter.
    /// </summary>
    public Label Join(Label other)
    {
        Label[] parts = [.. Parts().Concat(other.Parts()).Select(part => part.InOrder()).Distinct().OrderBy(Place, StringComparer.Ordinal)];
        return parts.Length == 1 ? parts[0] : parts[0] with { Also = [.. parts[1..]] };
    }

    /// <summary>For a record under another, such as an entry of a case, whose need to know and TLP it has already taken over.</summary>
    public Label Under(Label parent) => parent is { Caveats: null, Also: null } ? this : Join(parent);

    // A part of a case comes first: acts on what is made from several records are judged by the roles on it.
    private static string Place(Label part) =>
        $"{(part.Case is null ? 1 : 0)}{(part.Operation is null ? 1 : 0)} {part.Case} {part.Operation} {part.TaskForce} {part.Originator} {part.Tlp:d} {part.Readers} {part.Caveats}";
}
