using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Evidence;

/// <summary>Taking things in evidence.</summary>
public static class SeizeExhibitMutation
{
    /// <summary>Takes a thing in evidence under a case; the caller holds it from then on.</summary>
    [Returns<ExhibitRow>("exhibit")]
    public static async Task<Acted> SeizeExhibit(SeizeExhibitInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        if (input.Occurred.Read("occurred", out var occurred) is { } badTime)
            return badTime;
        if (input.Place.Read("place", out var place) is { } badPlace)
            return badPlace;
        var command = new SeizeExhibit(
            default, input.Number, 0, 0, input.Kind, input.Description, input.Finder ?? intent.Caller.Officer, place, occurred, input.Authority.Read(),
            input.Seal, new MarkingGiven(input.Tlp, [.. input.Readers ?? []], input.Caveats?.Read() ?? Caveats.None));
        return await Seizure.Numbered(command, input.Case, reader, numbered => ledger.Act(
            intent, new Undertaking(numbered.Exhibit.Value, null, [numbered.Finder.Value, .. input.Caveats?.Streams ?? []], [input.Case.Value], ground =>
                Seizure.Of(ground, numbered, input.Case, input.Caveats)), cancel), cancel);
    }

    /// <summary>
    /// Takes a thing in evidence at a site of an operation that has gone. The exhibit does not say so: a link does, to those who may read both.
    /// </summary>
    [Returns<ExhibitRow>("exhibit")]
    public static async Task<Acted> SeizeExhibitAtSite(
        SeizeExhibitAtSiteInput input, Intent intent, Ledger ledger, IReader reader, BriefSite brief, LinkSeizure link, CancellationToken cancel)
    {
        if (input.Occurred.Read("occurred", out var occurred) is { } badTime)
            return badTime;
        SeizurePlace? place = null;
        if (input.Place is { } given && given.Read("place", out place) is { } badPlace)
            return badPlace;
        // A site never changes its operation, so that it may be looked up before the act.
        if (await reader.LabelOf(new AnyRecord(typeof(SiteId), input.Site.Value), cancel) is not { Operation: { } operation })
            return Refusal.Unknown.At("site");
        var command = new SeizeExhibit(
            default, input.Number, 0, 0, input.Kind, input.Description, input.Finder ?? intent.Caller.Officer, place!, occurred, input.Authority.Read(),
            input.Seal, new MarkingGiven(input.Tlp, [.. input.Readers ?? []], input.Caveats?.Read() ?? Caveats.None));
        Guid[] at = [input.Site.Value, operation.Value];
        return await Seizure.Numbered(command, input.Case, reader, numbered => ledger.Act(
            intent, new Undertaking(numbered.Exhibit.Value, null, [numbered.Finder.Value, .. at, .. input.Caveats?.Streams ?? []], [input.Case.Value], ground =>
            {
                if (ground.Unknown(input.Site.Value) is not null || brief(Known(ground, at[0]), Known(ground, at[1])) is not { } site)
                    return Refusal.Unknown.At("site");
                var deed = Seizure.Of(ground, numbered with { Place = place ?? new SeizurePlace(site.Place, null) }, input.Case, input.Caveats);
                if ((deed.Refusal ?? site.NotEntered?.At("site")) is { } refusal)
                    return refusal;
                return link(deed, numbered.Exhibit, deed.Additions[0].Label, site);
            }), cancel), cancel);
    }

    private static IEnumerable<IFact> Known(Grounds ground, Guid stream) => ground.Facts(stream).Select(f => f.Fact);
}
