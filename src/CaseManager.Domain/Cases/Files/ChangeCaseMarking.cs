using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Marks a case anew, and with it all that stands under it.</summary>
/// <param name="Readers">For TLP:RED; the lead and whoever decides always are among them.</param>
public sealed record ChangeCaseMarking(Tlp Tlp, Items<OfficerId> Readers, Caveats Caveats, Remarking By)
{
    public static Decision<ICaseFact> Decide(Acting by, ChangeCaseMarking command, CaseFile file)
    {
        var originator = file.Label.Originator;
        if ((NamedReaders.Check(command.Tlp, command.Readers) ?? Caveats.Check(command.Caveats, originator, by.At, "caveats")) is { } badInput)
            return badInput;
        var readers = command.Tlp == Tlp.Red ? command.Readers.And([.. Named(file, by)]) : command.Readers;
        var marked = new Marked(command.Tlp, readers, command.Caveats.InOrder().OrNothing());
        var next = marked.On(file.Label);
        if (command.By.Check(by, originator, file.Label, next, out var lowers) is { } no)
            return no;
        return next.InOrder() == file.Label.InOrder()
            ? Decision<ICaseFact>.Nothing
            : new CaseMarkingChanged(Marked.Of(file.Label), marked, lowers, command.By.Reason);
    }

    // Whoever was kept out by name is not let in by the way.
    private static IEnumerable<OfficerId> Named(CaseFile file, Acting by) =>
        new[] { file.Lead, by.Officer }.Where(officer => file.Label.Tlp != Tlp.Red || file.Label.Readers.Contains(officer));
}
