using CaseManager.Domain.Access;
using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Evidence;

/// <summary>Marking an exhibit anew: raised by whoever keeps exhibits, lowered by the agency that leads its case.</summary>
public static class ExhibitMarkingMutation
{
    /// <summary>Marks an exhibit anew, never below its case. What is not given is no longer said; who holds it may read it still.</summary>
    [Returns<ExhibitRow>("exhibit")]
    public static async Task<Acted> ChangeExhibitMarking(ChangeExhibitMarkingInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        var id = input.Exhibit.Value;
        // An exhibit never changes its case, so that its case may be looked up before the act.
        if (await reader.LabelOf(new AnyRecord(typeof(ExhibitId), id), cancel) is not { Case: { } onCase } label)
            return Refusal.Unknown;
        return await ledger.Act(intent, new Undertaking(id, input.Version, [.. input.Caveats?.Streams ?? []], [], ground =>
        {
            if (MarkingChange.Forbids(ground, id, Permission.KeepExhibit, input.Caveats, input.Reason, out var by) is { } no)
                return no;
            if (ground.Case(onCase.Value) is not { } under)
                return Refusal.Unknown;
            var exhibit = ground.State<Exhibit, IExhibitFact>(id)!;
            var command = new ChangeExhibitMarking(new MarkingGiven(input.Tlp, [.. input.Readers ?? []], input.Caveats?.Read() ?? Caveats.None), by);
            return MarkingChange.Of(ground, id, Domain.Evidence.ChangeExhibitMarking.Decide(ground.By, command, exhibit, under, ground.LabelOf(id)!),
                fact => Exhibit.Evolve(exhibit, fact).Own, under.Label, input.Reason);
        }) { Alone = [onCase.Value], AffectsAllOn = [.. label.Scopes()] }, cancel);
    }
}

/// <param name="Version">The version the person saw.</param>
/// <param name="Readers">For TLP:RED: who may read it by name.</param>
/// <param name="Caveats">All that shall restrict it from now on, beside what restricts its case; none when absent.</param>
public sealed record ChangeExhibitMarkingInput(ExhibitId Exhibit, long Version, Tlp Tlp, IReadOnlyList<OfficerId>? Readers, CaveatsInput? Caveats, string Reason);
