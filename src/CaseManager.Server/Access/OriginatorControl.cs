using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Access;

/// <summary>
/// Of a case that carries H2 nobody but its originator lets in an agency that nobody is of yet, before the originator was asked. That an agency is
/// in already is looked up before the act, and held to in it.
/// </summary>
internal sealed record OriginatorControl(CaseId Case, AgencyId Agency, Guid? LetIn, Released Released)
{
    private static readonly Refusal AskOriginator = new("label.ask-originator", "The originator must be asked before another agency is let in.");

    private static readonly Column OfAgency = Asked("(select o.agency from rm.officer o where o.id = t.officer)", ColumnKind.Text, typeof(string));
    private static readonly Column Periods = Asked("t.periods", ColumnKind.Json, typeof(string));

    public IEnumerable<Guid> Streams => LetIn is { } grant ? [ReleaseIds.Of(Case, Agency), grant] : [ReleaseIds.Of(Case, Agency)];

    /// <summary>Null when there is no such officer.</summary>
    public static async Task<OriginatorControl?> Of(CaseId onCase, OfficerId recipient, Released released, IReader reader, CancellationToken cancel)
    {
        if (await reader.Load<OfficerRow>(recipient.Value).Get(cancel) is not { Agency: var agency })
            return null;
        var there = new Condition.And(
        [
            new Condition.Test(GrantRow.View[GrantRow.Scope], Operator.Eq, onCase.Value),
            new Condition.Test(Periods, Operator.HoldsAt, null),
            new Condition.Test(OfAgency, Operator.Eq, agency.Code),
        ]);
        var page = await reader.Page<GrantRow>(there, null, null, new PageArgs(1, null, null, null), cancel);
        return new OriginatorControl(onCase, agency, page.Rows is [var grant] ? grant.Key : null, released);
    }

    /// <summary>Null when the act passes nothing on that it may not.</summary>
    public Refusal? Forbids(Grounds ground)
    {
        var label = ground.LabelOf(Case.Value)!;
        if (label.Caveats?.Handling.Contains(HandlingCode.H2) != true || ground.By.Agency == label.Originator || Agency == label.Originator)
            return null;
        var letIn = LetIn is { } id && ground.State<Grant, IGrantFact>(id)?.Periods.Any(p => p.HoldsAt(ground.By.At)) == true;
        return letIn || Released(ground.Facts(ReleaseIds.Of(Case, Agency)).Select(f => f.Fact)) ? null : AskOriginator.At("officer");
    }

    private static Column Asked(string sql, ColumnKind kind, Type clr) => new("control", sql, kind, clr, Nullable: true, Filterable: false, Sortable: false);
}
