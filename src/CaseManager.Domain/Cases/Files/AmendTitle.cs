using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

public sealed record AmendTitle(string Title, string Reason)
{
    public static Decision<ICaseFact> Decide(Acting by, AmendTitle command, CaseFile file)
    {
        if ((Text.Check(command.Title, CaseLimits.Title, "title") ?? Kernel.Reason.Check(command.Reason)) is { } badInput)
            return badInput;
        if (file.MustBeOpen() is { } closed)
            return closed;
        if (file.Title == command.Title)
            return Decision<ICaseFact>.Nothing;

        return Decision<ICaseFact>.Accept(new CaseTitleAmended(file.Title, command.Title, command.Reason));
    }
}
