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

    /// <summary>For directories (agencies, officers): known to every registered officer.</summary>
    public static Label Community(AgencyId originator) => new(originator, Tlp.Green, null, null, Items<OfficerId>.None);

    /// <summary>
    /// For what is said about two records at once, of one case, of one operation, or of a case and an operation: nobody reads it who may not
    /// read both. About two cases, or where nobody could be said to read both: nobody at all.
    /// </summary>
    public Label Join(Label other)
    {
        var narrow = RestrictsElse(other);
        if (!Meets(other) || (narrow && (Operation ?? other.Operation) is not null))
            return this with { Tlp = Tlp.Red, Readers = Items<OfficerId>.None };

        var strict = Strictest(other);
        return strict with
        {
            Case = Case ?? other.Case,
            TaskForce = narrow ? null : WiderThan(other),
            Operation = Operation ?? other.Operation,
            Readers = Tlp == other.Tlp ? [.. Readers.Intersect(other.Readers)] : strict.Readers,
        };
    }

    private Label Strictest(Label other) => other.Tlp > Tlp ? other : this;

    // A label has one originator: where another agency's own restriction would be lost, the case's own people remain.
    private bool RestrictsElse(Label other) =>
        (other.Tlp < Tlp ? other.Tlp : Tlp) == Tlp.AmberStrict && (Tlp != other.Tlp || Originator != other.Originator);

    private bool Meets(Label other) => NamesWhom && other.NamesWhom && Agree(Case, other.Case) && Agree(Operation, other.Operation);

    // A task force widens the circle around a case; alone it is none to join.
    private bool NamesWhom => Case is not null || (Operation is not null && TaskForce is null);

    private TaskForceId? WiderThan(Label other) => Case is null ? other.TaskForce
        : other.Case is null || TaskForce == other.TaskForce ? TaskForce
        : null;

    private static bool Agree<T>(T? one, T? other) where T : struct => one is null || other is null || one.Equals(other);
}
