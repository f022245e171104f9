using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>Corrects what an exhibit is said to be; what stood there before stays on the record. Cases end, exhibits are corrected still.</summary>
public sealed record CorrectDescription(string Description, string Reason)
{
    public static Decision<IExhibitFact> Decide(Acting by, CorrectDescription command, Exhibit exhibit)
    {
        var badInput = Text.Check(command.Description, ExhibitLimits.Description, "description") ?? Kernel.Reason.Check(command.Reason);
        if (badInput is not null)
            return badInput;
        if (exhibit.Description == command.Description)
            return Decision<IExhibitFact>.Nothing;

        return Decision<IExhibitFact>.Accept(new ExhibitDescriptionCorrected(exhibit.Description, command.Description, command.Reason));
    }
}
