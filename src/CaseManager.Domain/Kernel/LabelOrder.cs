namespace CaseManager.Domain.Kernel;

/// <summary>Which of two labels lets in fewer, told from the labels alone: whoever may be in the world, and whatever they hold.</summary>
public static class LabelOrder
{
    /// <summary>
    /// Whether nobody whom <paramref name="floor"/> keeps out is let in by the label, nor may do more with it. What cannot be told from the two is
    /// a no: a list that only might be the narrower one lowers.
    /// </summary>
    public static bool IsAtLeast(this Label label, Label floor) => floor.Parts().All(part => label.Parts().Any(own => Implies(own, part)));

    /// <summary>
    /// What a label says beside that of its case; null when it is marked as the case, also in its own words: it then goes with the case. To be
    /// remembered once the case moves, for two markings that have become the same cannot be told apart.
    /// </summary>
    public static Label? Beside(this Label label, Label onCase)
    {
        var (whole, bare) = (onCase.InOrder(), onCase.Bare().InOrder());
        return label.Parts().Select(part => part.InOrder()).Where(part => part != whole && part != bare)
            .Aggregate((Label?)null, (all, part) => all?.Join(part) ?? part);
    }

    /// <summary>The label of what says <paramref name="own"/> of itself, under a case that was put under another label.</summary>
    public static Label With(Label? own, Label onCase) => own is null ? onCase : own.Parts().All(part => part.Holds(onCase)) ? own : own.Join(onCase);

    private static Label Bare(this Label label) => label with { Caveats = null, Also = null };

    // As when a record is made under a case: at its TLP or above, and read by no others than its named readers.
    private static bool Holds(this Label own, Label onCase) =>
        onCase.Caveats is null && own.Tlp >= onCase.Tlp && (onCase.Tlp != Tlp.Red || !own.Readers.Except(onCase.Readers).Any());

    private static bool Implies(Label own, Label part) =>
        NeedsAsMuch(own, part) && AsMarked(own, part) && (part.Caveats is null || Restricts(own, part.Caveats, part.Originator));

    private static bool NeedsAsMuch(Label own, Label part) =>
        (part.Operation is null || own.Operation == part.Operation)
        && ((part.Case is null && part.TaskForce is null)
            || (own.Case == part.Case && own.TaskForce == part.TaskForce)
            || (own.TaskForce is null && own.Case is not null && own.Case == part.Case)
            || (own.Case is null && own.TaskForce is not null && own.TaskForce == part.TaskForce));

    private static bool AsMarked(Label own, Label part)
    {
        if (own.Tlp < part.Tlp)
            return false;
        return part.Tlp switch
        {
            Tlp.Clear or Tlp.Green or Tlp.Amber => true,
            Tlp.AmberStrict when own.Tlp == Tlp.AmberStrict => own.Originator == part.Originator && !own.Readers.Except(part.Readers).Any() && SameNamed(own, part),
            // Whoever is named and has a role on that case was let in; who is of the task force alone was not.
            Tlp.AmberStrict => own.Tlp == Tlp.Red
                && (!own.Readers.Except(part.Readers).Any() || (own.Case is not null && own.Case == part.Case && own.TaskForce is null && part.Operation is null)),
            Tlp.Red => own.Tlp == Tlp.Red && !own.Readers.Except(part.Readers).Any(),
            _ => own.Tlp == part.Tlp, // Not listed, and read by nobody.
        };
    }

    // Whom AMBER+STRICT takes as named follows from the need to know: a narrower one of another kind names others.
    private static bool SameNamed(Label own, Label part) => own.Case == part.Case && own.Operation == part.Operation;

    private static bool Restricts(Label own, Caveats floor, AgencyId originator)
    {
        var caveats = own.Caveats ?? Caveats.None;
        return !floor.Compartments.Except(caveats.Compartments).Any()
            && !floor.Handling.Except(caveats.Handling).Any(code => code != HandlingCode.H0)
            && (floor.HandlingText is null || floor.HandlingText == caveats.HandlingText)
            && (own.Originator == originator || floor is { ReleasedTo: var all, NotTo: var nobody, EmbargoUntil: null } && all.NamesNobody() && nobody.NamesNobody())
            && (floor.EmbargoUntil is null || caveats.EmbargoUntil >= floor.EmbargoUntil)
            && (floor.ReleasedTo.NamesNobody() || (!caveats.ReleasedTo.NamesNobody() && Within(caveats.ReleasedTo, floor.ReleasedTo)))
            && Within(floor.NotTo, caveats.NotTo);
    }

    // An agency may be covered by its country, but which that is, a label does not know.
    private static bool Within(Recipients few, Recipients many) =>
        !few.Agencies.Except(many.Agencies).Any()
        && few.Countries.All(c => many.Countries.Any(m => c == m || c.StartsWith(m + "-", StringComparison.Ordinal)));
}
