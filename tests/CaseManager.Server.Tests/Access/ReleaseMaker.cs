namespace CaseManager.Server.Tests.Access;

/// <summary>Of cases that carry H2, officers of other agencies ask whether some agency may be let in; some are answered.</summary>
internal sealed class ReleaseMaker(WorldMaker maker, CaseMaker cases)
{
    /// <summary>Whose roles let them answer, where they are of the originator.</summary>
    public static readonly string[] Answer = ["TEAM_COMMANDER", "SUPERVISOR", "PRIMARY_INVESTIGATOR", "LIAISON"];

    private Chance Chance => maker.Chance;

    private World World => maker.World;

    public async Task Make()
    {
        foreach (var (file, lead) in cases.Opened.Where(o => o.Case.Controlled))
        {
            var able = maker.Serving.Where(p => p.Agency != file.Agency && World.Sees(p, file)).ToList();
            foreach (var to in Chance.Some(OracleHost.Bodies.Where(b => b != file.Agency), 2))
                if (able.Count > 0)
                    await Ask(file, lead, Chance.Of(able), to);
        }
    }

    // Whoever has no role that says so is refused.
    private async Task Ask(Item file, Person lead, Person asker, Body to)
    {
        var word = Chance.Word();
        var outcome = await maker.Try(asker.Voice, "askForRelease", new { @case = file.Id, to = to.Code, purpose = $"For {word}", due = WorldMaker.Now.AddDays(20) });
        if (outcome is null)
            return;
        var asked = maker.Add(new Item("ReleaseRequest", outcome.Id, file.Marking, word) { Of = file.Id, By = asker, AsCase = true, Status = "ASKED" });
        if (!World.Sees(lead, asked))
            return;
        switch (Chance.Below(3))
        {
            case 0 when await maker.Try(lead.Voice, "approveRelease", new { release = asked.Id, version = 1 }) is not null:
                asked.Status = "APPROVED";
                break;
            case 1 when await maker.Try(lead.Voice, "refuseRelease", new { release = asked.Id, version = 1, reason = WorldMaker.Why }) is not null:
                asked.Status = "REFUSED";
                break;
        }
    }
}
