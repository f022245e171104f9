using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

public sealed record TagEntry(string Tag)
{
    public static Decision<IEntryFact> Decide(Acting by, TagEntry command, TimelineEntry entry, CaseFile file)
    {
        if (Tags.Check(command.Tag, "tag") is { } badTag)
            return badTag;
        if (file.MustBeOpen() is { } closed)
            return closed;
        var tag = Tags.Normal(command.Tag);
        if (entry.Tags.Contains(tag))
            return Decision<IEntryFact>.Nothing;
        if (entry.Tags.Count >= CaseLimits.Tags)
            return Tags.TooMany.At("tag");

        return Decision<IEntryFact>.Accept(new EntryTagged(tag));
    }
}
