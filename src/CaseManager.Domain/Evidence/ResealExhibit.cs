using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>Puts another seal on, after opening it for a reason. Only who holds it does.</summary>
public sealed record ResealExhibit(string Seal, string Reason)
{
    public static Decision<IExhibitFact> Decide(Acting by, ResealExhibit command, Exhibit exhibit)
    {
        if ((Evidence.Seal.Check(command.Seal, "seal") ?? Kernel.Reason.Check(command.Reason)) is { } badInput)
            return badInput;
        if (exhibit.MustBeHeldBy(by.Officer) is { } notHolder)
            return notHolder;
        if (exhibit.Offered is not null)
            return CustodyTransfer.Waiting;
        var seal = Evidence.Seal.Of(command.Seal);
        if (exhibit.Seal == seal)
            return Decision<IExhibitFact>.Nothing;

        return Decision<IExhibitFact>.Accept(new ExhibitResealed(exhibit.Seal, seal, command.Reason));
    }
}
