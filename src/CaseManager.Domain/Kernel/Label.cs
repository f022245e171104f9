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
    /// <summary>Need to know: officers with a grant on this operation.</summary>
    public OperationId? Operation { get; init; }

    /// <summary>For directories (agencies, officers): known to every registered officer.</summary>
    public static Label Community(AgencyId originator) => new(originator, Tlp.Green, null, null, Items<OfficerId>.None);

    /// <summary>For what is said about two records of one case at once: nobody reads it who may not read both. About two cases, or an operation: nobody at all.</summary>
    public Label Join(Label other)
    {
        if (Case is null || Case != other.Case || Operation is not null || other.Operation is not null)
            return new Label(Originator, Tlp.Red, Case, TaskForce, Items<OfficerId>.None);

        var strict = Strictest(other);
        return strict with
        {
            TaskForce = Narrower(other) ? null : TaskForce,
            Readers = Tlp == other.Tlp ? [.. Readers.Intersect(other.Readers)] : strict.Readers,
        };
    }

    private Label Strictest(Label other) => other.Tlp > Tlp ? other : this;

    // A label has one originator: where another agency's own restriction would be lost, the case's own people remain.
    private bool Narrower(Label other) =>
        TaskForce != other.TaskForce
        || (Least(other) == Tlp.AmberStrict && (Tlp != other.Tlp || Originator != other.Originator));

    private Tlp Least(Label other) => other.Tlp < Tlp ? other.Tlp : Tlp;
}
