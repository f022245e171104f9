using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

public sealed record AmendSummary(string Summary, string Reason)
{
    public static Decision<ICaseFact> Decide(Acting by, AmendSummary command, CaseFile file)
    {
        if ((Text.Check(command.Summary, CaseLimits.Summary, "summary") ?? Kernel.Reason.Check(command.Reason)) is { } badInput)
            return badInput;
        if (file.MustBeOpen() is { } closed)
            return closed;
        if (file.Summary == command.Summary)
            return Decision<ICaseFact>.Nothing;

        return Decision<ICaseFact>.Accept(new CaseSummaryAmended(file.Summary, command.Summary, command.Reason));
    }
}
