using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

public sealed record UntagEntry(string Tag)
{
    public static Decision<IEntryFact> Decide(Acting by, UntagEntry command, TimelineEntry entry, CaseFile file)
    {
        if (Tags.Check(command.Tag, "tag") is { } badTag)
            return badTag;
        if (file.MustBeOpen() is { } closed)
            return closed;
        var tag = Tags.Normal(command.Tag);
        if (!entry.Tags.Contains(tag))
            return Decision<IEntryFact>.Nothing;

        return Decision<IEntryFact>.Accept(new EntryUntagged(tag));
    }
}
