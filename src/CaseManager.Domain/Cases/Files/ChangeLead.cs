using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Hands a case to another officer. That the officer exists and serves is for the caller of this rule to have seen to.</summary>
public sealed record ChangeLead(OfficerId Lead, string Reason)
{
    public static readonly Refusal LeadNotReader = new("case.lead-not-reader", "The officer is not among those who may read this case.");

    public static Decision<ICaseFact> Decide(Acting by, ChangeLead command, CaseFile file)
    {
        if (Kernel.Reason.Check(command.Reason) is { } badReason)
            return badReason;
        if (file.MustBeOpen() is { } closed)
            return closed;
        if (file.Label.Tlp == Tlp.Red && !file.Label.Readers.Contains(command.Lead))
            return LeadNotReader.At("lead");
        if (file.Lead == command.Lead)
            return Decision<ICaseFact>.Nothing;

        return Decision<ICaseFact>.Accept(new CaseLeadChanged(file.Lead, command.Lead, command.Reason));
    }
}
