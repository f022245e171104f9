using System.Security.Cryptography;
using CaseManager.Domain.Access;
using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Evidence;

/// <summary>What is the same wherever a thing is taken: its number under the case, and who may take it.</summary>
internal static class Seizure
{
    private const int NumbersTried = 8;

    /// <summary>Acts with the next number, and with another one when somebody else took that first.</summary>
    public static async Task<Acted> Numbered(
        SeizeExhibit command, CaseId under, IReader reader, Func<SeizeExhibit, Task<Acted>> act, CancellationToken cancel)
    {
        var last = command.Number is null ? await LastCounted(under, reader, cancel) : 0;
        for (var attempt = 1; ; attempt++)
        {
            // Those who seize at one moment read the same last number: each time round they spread over more of those that follow.
            var next = Math.Min(last + RandomNumberGenerator.GetInt32(1, 2 << (2 * (attempt - 1))), ExhibitNumber.LargestCounted);
            var drawn = RandomNumberGenerator.GetInt32(ExhibitNumber.LargestCounted + 1, 1_000_000);
            var acted = await act(command with { Exhibit = new ExhibitId(Guid.NewGuid()), Next = next, Drawn = drawn });
            if (command.Number is not null || acted.Refusal?.Code != ExhibitRow.NumberTaken.Code || attempt == NumbersTried)
                return acted;
        }
    }

    public static Deed Of(Grounds ground, SeizeExhibit command, CaseId onCase, CaveatsInput? caveats)
    {
        if (ground.Forbids(onCase.Value, Permission.SeizeExhibit) is { } no)
            return no;
        if (ground.Case(onCase.Value) is not { } under)
            return Refusal.Unknown;
        if (ground.State<Officer, IOfficerFact>(command.Finder.Value) is null)
            return Refusal.Unknown.At("finder");
        if (caveats?.Forbids(ground) is { } badCaveats)
            return badCaveats;
        var decision = SeizeExhibit.Decide(ground.By, command, under);
        return decision.Refusal is { } refusal
            ? refusal
            : Deed.Of(command.Exhibit.Value, decision, ((ExhibitSeized)decision.Facts[0]).On(under.Label));
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
