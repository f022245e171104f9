using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>Marks an exhibit anew, never below its case.</summary>
public sealed record ChangeExhibitMarking(MarkingGiven Marking, Remarking By)
{
    /// <param name="stands">The label that the exhibit stands under.</param>
    public static Decision<IExhibitFact> Decide(Acting by, ChangeExhibitMarking command, Exhibit exhibit, CaseBrief under, Label stands)
    {
        if (!command.Marking.TryLabel(by, exhibit.Own.Originator, under.Label, SeizeExhibit.BelowCase, SeizeExhibit.ReaderNotOnCase, out var own, out var badMarking))
            return badMarking;
        own = WithHolder(own, exhibit, under.Label);
        var next = own.Under(under.Label);
        if (command.By.Check(by, own.Originator, stands, next, out var lowers) is { } no)
            return no;
        return next.InOrder() == stands.InOrder() && own.InOrder() == exhibit.Own.InOrder()
            ? Decision<IExhibitFact>.Nothing
            : new ExhibitMarkingChanged(Marked.Of(exhibit.Own), Marked.Of(own), lowers, command.By.Reason);
    }

    // Who answers for a thing must be able to read what it is.
    private static Label WithHolder(Label own, Exhibit exhibit, Label onCase) =>
        own.Tlp == Tlp.Red && exhibit.Own.Tlp != Tlp.Red && (onCase.Tlp != Tlp.Red || onCase.Readers.Contains(exhibit.Holder))
            ? own with { Readers = own.Readers.And(exhibit.Holder) }
            : own;
}
