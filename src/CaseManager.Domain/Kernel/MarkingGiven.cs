using System.Diagnostics.CodeAnalysis;

namespace CaseManager.Domain.Kernel;

/// <summary>How a new record under a case is marked, as given by whoever makes it.</summary>
/// <param name="Tlp">Absent: as the case.</param>
/// <param name="Readers">By name, for TLP:RED only; who makes the record always may read it. Absent on a case that is TLP:RED: the readers of the case.</param>
/// <param name="Caveats">Beside those of the case, which hold for all that stands under it.</param>
public sealed record MarkingGiven(Tlp? Tlp, Items<OfficerId> Readers, Caveats Caveats)
{
    public static readonly MarkingGiven AsCase = new(null, [], Caveats.None);

    /// <summary>The label of the record itself; it stands <see cref="Label.Under"/> that of the case.</summary>
    /// <param name="originator">The agency the record comes from.</param>
    public bool TryLabel(
        Acting by, AgencyId originator, Label onCase, Refusal belowCase, Refusal readerNotOnCase,
        [NotNullWhen(true)] out Label? label, [NotNullWhen(false)] out Refusal? refusal)
    {
        label = null;
        var (tlp, onRed) = (Tlp ?? onCase.Tlp, onCase.Tlp == Kernel.Tlp.Red);
        var readers = onRed && Readers.Count == 0 ? onCase.Readers : Readers;
        refusal = Choice.CheckOptional(Tlp, "tlp")
            ?? (tlp < onCase.Tlp ? belowCase.At("tlp") : null)
            ?? NamedReaders.Check(tlp, readers)
            ?? (onRed && readers.Except(onCase.Readers).Any() ? readerNotOnCase.At("readers") : null)
            ?? Caveats.Check(Caveats, originator, by.At, "caveats");
        if (refusal is not null)
            return false;
        label = new Label(originator, tlp, onCase.Case, onCase.TaskForce, tlp == Kernel.Tlp.Red ? readers.And(by.Officer) : readers)
        {
            Caveats = Caveats.InOrder().OrNothing(),
        };
        return true;
    }
}
