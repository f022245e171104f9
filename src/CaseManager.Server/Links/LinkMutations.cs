using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Links;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Links;

/// <summary>Linking records with each other. Only who may read both learns of it.</summary>
public static class LinkMutations
{
    private static readonly Refusal Derived = new("link.derived-entry", "Nobody wrote this entry: link the record that it tells of.");

    /// <summary>Points a record at another: entries and exhibits of one case, and operations.</summary>
    [Returns<LinkRow>("link")]
    public static Task<Acted> LinkRecords(LinkRecordsInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        On(input.From, input.To, input.Kind, intent, ledger, reader, input.Reason, (from, to, ground, under, link) => MakeLink.Decide(
            new MakeLink(from, to, input.Kind, input.Reason), ground.LabelOf(from.Id)!, ground.LabelOf(to.Id)!, under, link), cancel);

    /// <summary>Takes a link back; that it stood stays on its record.</summary>
    [Returns<LinkRow>("link")]
    public static Task<Acted> UnlinkRecords(UnlinkRecordsInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        On(input.From, input.To, input.Kind, intent, ledger, reader, input.Reason, (_, _, _, under, link) =>
            RemoveLink.Decide(new RemoveLink(input.Kind, input.Reason), under, link), cancel);

    private static async Task<Acted> On(
        AnyRecord pointing, AnyRecord pointedAt, LinkKind kind, Intent intent, Ledger ledger, IReader reader, string? reason,
        Func<LinkEnd, LinkEnd, Grounds, IReadOnlyList<CaseBrief>, Link?, Decision<ILinkFact>> decide, CancellationToken cancel)
    {
        if (LinkEnds.Read(pointing, "from", out var from) is { } badFrom)
            return badFrom;
        if (LinkEnds.Read(pointedAt, "to", out var to) is { } badTo)
            return badTo;
        // A record never changes its case, so that it may be looked up before the act.
        if (await reader.LabelOf(pointing, cancel) is not { } here)
            return Refusal.Unknown;
        if (await reader.LabelOf(pointedAt, cancel) is not { } there)
            return Refusal.Unknown.At("to");
        Guid[] cases = [.. new[] { here.Case, there.Case }.OfType<CaseId>().Distinct().Select(of => of.Value)];
        var id = LinkId.Of(from, to, kind).Value;
        return await ledger.Act(intent, new Undertaking(id, null, [from.Id, to.Id], cases, ground =>
        {
            // Seen a moment ago, and no record of its own.
            if (ground.LabelOf(from.Id) is null || ground.LabelOf(to.Id) is null)
                return Derived.At(ground.LabelOf(from.Id) is null ? "from" : "to");
            if (Forbids(ground, from.Id, to.Id) is { } no)
                return no;
            var decided = decide(from, to, ground, [.. cases.Select(of => ground.Case(of)!)], ground.State<Link, ILinkFact>(id));
            return Deed.Of(id, decided, ground.LabelOf(from.Id)!.Join(ground.LabelOf(to.Id)!), reason);
        }), cancel);
    }

    // Of an operation it is enough to see it: nothing on it changes, and only who is of the case as well learns of the link.
    private static Refusal? Forbids(Grounds ground, Guid from, Guid to)
    {
        if ((ground.Unknown(from) ?? ground.Unknown(to)?.At("to")) is { } unknown)
            return unknown;
        var ofCase = new[] { from, to }.Where(end => ground.LabelOf(end) is { Case: not null }).ToArray();
        return ofCase is [var first, ..] ? ground.Forbids(first, Permission.LinkRecords) : null;
    }
}

/// <param name="From">The record that points: a timeline entry, an exhibit or an operation.</param>
/// <param name="To">The record pointed at: one of these, of the same case where both are of a case.</param>
/// <param name="Kind">What the first is to the second.</param>
public sealed record LinkRecordsInput(AnyRecord From, AnyRecord To, LinkKind Kind, string? Reason);

/// <param name="From">The record that points, <paramref name="To"/> the one pointed at.</param>
public sealed record UnlinkRecordsInput(AnyRecord From, AnyRecord To, LinkKind Kind, string Reason);
