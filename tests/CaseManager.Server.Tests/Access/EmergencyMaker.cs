namespace CaseManager.Server.Tests.Access;

/// <summary>Some open cases in an emergency, and some give that back; whoever may not hears that there is no such case.</summary>
internal sealed class EmergencyMaker(WorldMaker maker)
{
    /// <summary>Who opens cases, where they command.</summary>
    public static readonly string[] Command = ["TEAM_COMMANDER", "SUPERVISOR"];

    /// <summary>Who is told of it.</summary>
    public static readonly string[] Oversee = ["SUPERVISOR", "AUDITOR"];

    private const int Attempts = 5;

    private Chance Chance => maker.Chance;

    private World World => maker.World;

    public async Task Make()
    {
        var cases = World.Items.Where(i => i.Type == "Case").ToList();
        for (var i = 0; i < Attempts && cases.Count > 0; i++)
        {
            var (commanders, file) = (maker.Serving.Where(p => World.Forces.Any(f => Commands(p, f.Id))).ToList(), Chance.Of(cases));
            await Open(commanders.Count > 0 && !Chance.OneIn(4) ? Chance.Of(commanders) : Chance.Of(maker.Serving), file, Chance.Word(), giveBack: Chance.OneIn(2));
        }
    }

    private async Task Open(Person officer, Item file, string word, bool giveBack)
    {
        var outcome = await officer.Voice.Act("breakGlass", new { number = file.Number, reason = $"A life: {word}", minutes = 240 });
        var forces = World.Forces.Where(f => Commands(officer, f.Id) && (f.Id == file.Force || file.Agency == officer.Agency)).ToList();
        if ((outcome.Code == "record.unknown") != (forces.Count == 0))
            throw new InvalidOperationException($"{officer} opens {file}: {outcome.Text}");
        if (outcome.Code is not null)
        {
            World.Refused++;
            return;
        }
        var told = (await officer.Voice.Ask("query($id: ID!) { emergency(id: $id) { taskForce { id } } }", new { id = outcome.Id })).GetProperty("emergency");
        var force = forces.Single(f => f.Id == told.GetProperty("taskForce").GetProperty("id").GetString()).Id;
        var readers = maker.Serving.Where(p => World.Law.Holds(p, force, WorldMaker.Now, Oversee)).Append(officer).ToList();
        maker.Add(new Item("EmergencyAccess", outcome.Id, new Marking(new Circle.InForce(force), "RED", officer.Agency, readers), word) { Of = force, Other = file.Id, By = officer });
        if (giveBack)
            await officer.Voice.Do("giveBackEmergencyAccess", new { emergencyAccess = outcome.Id });
        else
            World.Opened.Add(new Emergency(officer, file.Id, force, outcome.Id));
    }

    private bool Commands(Person officer, string force) => World.Law.Holds(officer, force, WorldMaker.Now, Command);
}

/// <summary>A case that somebody opened, by the role held in a task force.</summary>
internal sealed record Emergency(Person Officer, string Case, string Force, string Id);
