using System.Security.Cryptography;
using CaseManager.Domain.Access;
using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Evidence;

/// <summary>Taking things in evidence.</summary>
public static class SeizeExhibitMutation
{
    private const int NumbersTried = 8;

    /// <summary>Takes a thing in evidence under a case; the caller holds it from then on.</summary>
    [Returns<ExhibitRow>("exhibit")]
    public static async Task<Acted> SeizeExhibit(SeizeExhibitInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        if (input.Occurred.Read("occurred", out var occurred) is { } badTime)
            return badTime;
        if (input.Place.Read("place", out var place) is { } badPlace)
            return badPlace;
        var last = input.Number is null ? await LastCounted(input.Case, reader, cancel) : 0;
        for (var attempt = 1; ; attempt++)
        {
            // Those who seize at one moment read the same last number: each time round they spread over more of those that follow.
            var next = Math.Min(last + RandomNumberGenerator.GetInt32(1, 2 << (2 * (attempt - 1))), ExhibitNumber.LargestCounted);
            var acted = await Seize(input, place, occurred, next, intent, ledger, cancel);
            if (input.Number is not null || acted.Refusal?.Code != ExhibitRow.NumberTaken.Code || attempt == NumbersTried)
                return acted;
        }
    }

    private static Task<Acted> Seize(
        SeizeExhibitInput input, SeizurePlace place, OccurrenceGiven occurred, int next, Intent intent, Ledger ledger, CancellationToken cancel)
    {
        var id = new ExhibitId(Guid.NewGuid());
        var finder = input.Finder ?? intent.Caller.Officer;
        var drawn = RandomNumberGenerator.GetInt32(ExhibitNumber.LargestCounted + 1, 1_000_000);
        var command = new SeizeExhibit(
            id, input.Number, next, drawn, input.Kind, input.Description, finder, place, occurred, input.Authority.Read(), input.Seal,
            input.Tlp, [.. input.Readers ?? []]);
        return ledger.Act(intent, new Undertaking(id.Value, null, [finder.Value], [input.Case.Value], ground =>
        {
            if (ground.Forbids(input.Case.Value, Permission.SeizeExhibit) is { } no)
                return no;
            if (ground.Case(input.Case.Value) is not { } under)
                return Refusal.Unknown;
            if (ground.State<Officer, IOfficerFact>(finder.Value) is null)
                return Refusal.Unknown.At("finder");
            var decision = Domain.Evidence.SeizeExhibit.Decide(ground.By, command, under);
            return decision.Refusal is { } refusal
                ? refusal
                : Deed.Of(id.Value, decision, Exhibit.Evolve(null, decision.Facts[0]).Label);
        }), cancel);
    }

    // Who reads the case reads all exhibits whose numbers are counted; the others have theirs by lot (ADR 0010).
    private static async Task<int> LastCounted(CaseId file, IReader reader, CancellationToken cancel)
    {
        var item = ExhibitRow.View["item"];
        var counted = new Condition.And(
        [
            new Condition.Test(ExhibitRow.View["case"], Operator.Eq, file.Value),
            new Condition.Test(item, Operator.Lte, ExhibitNumber.LargestCounted),
        ]);
        var page = await reader.Page(counted, null, new Order<ExhibitRow>([new Sorting(item, Descending: true)]), new PageArgs(1, null, null, null), cancel);
        return page.Rows is [var highest] ? highest.Item : 0;
    }
}
