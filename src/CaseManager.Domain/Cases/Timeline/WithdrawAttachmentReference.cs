using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

public sealed record WithdrawAttachmentReference(string Reference, string Reason)
{
    public static Decision<IEntryFact> Decide(Acting by, WithdrawAttachmentReference command, TimelineEntry entry, CaseFile file)
    {
        var badInput = Text.Check(command.Reference, CaseLimits.AttachmentReference, "reference") ?? Kernel.Reason.Check(command.Reason);
        if (badInput is not null)
            return badInput;
        if (file.MustBeOpen() is { } closed)
            return closed;
        if (entry.Attachments.All(a => a.Reference != command.Reference))
            return Decision<IEntryFact>.Nothing;

        return Decision<IEntryFact>.Accept(new AttachmentReferenceWithdrawn(command.Reference, command.Reason));
    }
}
