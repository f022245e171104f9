using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Tests.Api;

namespace CaseManager.Server.Tests.Access;

/// <summary>Makes a world through the API: people and task forces here, cases and operations by their own makers, and then a turn of rights.</summary>
internal sealed class WorldMaker(OracleHost host, int seed)
{
    public const string Why = "As agreed";

    public static readonly string[] Roles =
    [
        "TEAM_COMMANDER", "PRIMARY_INVESTIGATOR", "FILE_COORDINATOR", "INVESTIGATOR", "EXHIBIT_CUSTODIAN", "ANALYST", "COORDINATOR",
        "SITE_COMMANDER", "SUPERVISOR", "LIAISON", "AUDITOR", "OBSERVER", "MEMBER",
    ];

    private const int Registered = 11;

    private readonly Chance _chance = new(seed);

    private World? _world;

    public Chance Chance => _chance;

    public World World => _world ??= new World(seed, _chance);

    public static DateTimeOffset Now => DateTimeOffset.UtcNow;

    /// <param name="between">Happens when all is made and before rights turn: what people knew then they may no longer know after.</param>
    /// <param name="aside">Happens after each part of it, for those who do what others do not see.</param>
    public static async Task<World> Make(OracleHost host, int seed, Func<World, Task>? between = null, Func<World, Task>? aside = null)
    {
        var maker = new WorldMaker(host, seed);
        var cases = new CaseMaker(maker);
        // Whoever opens a case sees all of it, also what was done aside.
        Func<Task> emergencies = aside is null ? new EmergencyMaker(maker).Make : () => Task.CompletedTask;
        foreach (var part in new[]
        {
            maker.People, maker.Forces, maker.Compartments, cases.Make, new OperationMaker(maker, cases).Make, emergencies,
            new ReleaseMaker(maker, cases).Make, () => between?.Invoke(maker.World) ?? Task.CompletedTask, new RemarkMaker(maker, cases).Make, maker.Turn,
        })
        {
            await part();
            maker.World.At = Now;
            if (aside is not null)
                await aside(maker.World);
        }
        return maker.World;
    }

    /// <summary>Does it, and notes that it was refused if it was.</summary>
    public async Task<Outcome?> Try(Voice who, string mutation, object input)
    {
        var outcome = await who.Act(mutation, input);
        if (outcome.Code is null)
            return outcome;
        World.Refused++;
        return null;
    }

    public IReadOnlyList<Person> Serving => [.. World.People.Where(p => p.ServesAt(Now))];

    public Item Add(Item item) => World.Add(item);

    /// <summary>Notes a role, and the grant that tells of it.</summary>
    public void Give(Person officer, string scope, string role, Marking under, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        World.Given.Add(new Held(officer, scope, role, new Span(from ?? Now.AddSeconds(-1), until)));
        var id = GrantId(officer, scope);
        if (World.Items.All(i => i.Id != id))
            Add(new Item("Grant", id, under) { Of = scope, By = officer, AsCase = true });
    }

    /// <summary>When a role holds: mostly from now on, sometimes for a while, sometimes only later.</summary>
    public (DateTimeOffset? From, DateTimeOffset? Until) Times() => Chance.Below(8) switch
    {
        0 => (Now.AddDays(1 + Chance.Below(9)), null),
        1 => (null, Now.AddDays(1 + Chance.Below(9))),
        2 => (Now.AddDays(2), Now.AddDays(4)),
        _ => (null, null),
    };

    private async Task People()
    {
        foreach (var body in OracleHost.Bodies)
            Add(new Item("Agency", host.Agencies[body.Code], Marking.Directory(body)));
        var bodies = OracleHost.Bodies.OrderBy(_ => Chance.Below(100)).Take(3 + Chance.Below(2)).ToList();
        for (var i = 0; i <= Registered; i++)
        {
            var body = bodies[i % bodies.Count];
            var (subject, word) = ($"{World.Name}.{i}", Chance.Word());
            var person = new Person(subject, body, host.Node.As(subject, body));
            World.People.Add(person);
            if (i == Registered)
                break;
            await host.Node.Registrar(body).Do("registerOfficer", new { subject, name = $"{World.Name} {word}" });
            person.Registered = true;
            Add(new Item("Officer", person.Id, Marking.Directory(body), word) { By = person, Agency = body });
        }
    }

    private async Task Forces()
    {
        var bodies = World.People.Select(p => p.Agency).Distinct().ToList();
        for (var i = 0; i < 2; i++)
            await Force(bodies[i], bodies);
    }

    private async Task Force(Body lead, IReadOnlyList<Body> bodies)
    {
        var (code, word, registrar) = (Chance.Word().ToUpperInvariant(), Chance.Word(), host.Node.Registrar(lead));
        var since = Now.AddDays(-30);
        var id = (await registrar.Do("establishTaskForce", new { code, name = $"{World.Name} {word}", purpose = "One purpose", agreement = "v1", since })).Id;
        var force = new Force(id, code, lead);
        World.Forces.Add(force);
        Add(new Item("TaskForce", id, Marking.Directory(lead), word));
        force.Members.Add(new Joined(lead, new Span(since, null)));
        foreach (var body in bodies.Where(b => b != lead))
        {
            var time = Chance.Below(5) switch
            {
                0 => new Span(Now.AddDays(-20), Now.AddDays(-10)),
                1 => new Span(Now.AddDays(-20), Now.AddDays(10)),
                2 => null,
                _ => new Span(Now.AddDays(-20), null),
            };
            if (time is not null && await Try(registrar, "joinTaskForce", new { taskForce = id, agency = body.Code, from = time.From, until = time.Until }) is not null)
                force.Members.Add(new Joined(body, time));
        }
        foreach (var officer in Serving.Where(_ => !Chance.OneIn(4)))
            await Appoint(force, officer, registrar, Chance.Of(Roles));
        // Somebody must be there to plan.
        if (Serving.FirstOrDefault(p => p.Agency == lead) is { } planner)
            await Appoint(force, planner, registrar, "SUPERVISOR");
    }

    private async Task Appoint(Force force, Person officer, Voice registrar, string role)
    {
        var (from, until) = Times();
        if (role == "SUPERVISOR")
            (from, until) = (null, null);
        // Where the membership is over the role was given while it lasted.
        else if (force.Members.FirstOrDefault(m => m.Agency == officer.Agency) is { Time.Until: { } end } && end < Now)
            (from, until) = (Now.AddDays(-15), null);
        if (await Try(registrar, "appointToTaskForce", new { taskForce = force.Id, officer = officer.Id, role, from, until, reason = Why }) is not null)
            Give(officer, force.Id, role, new Marking(new Circle.InForce(force.Id), "GREEN", force.Lead, []), from, until);
    }

    // Some are in them for a while or only later, as with any role.
    private async Task Compartments()
    {
        for (var i = 0; i < 2; i++)
        {
            var (control, word) = (Chance.Of(Serving), Chance.Word());
            var id = (await control.Voice.Do("establishCompartment", new { name = $"Rooms {word}" })).Id;
            var inside = new Marking(new Circle.Inside(id), "AMBER", control.Agency, []);
            Add(new Item("Compartment", id, inside, word) { Of = id, By = control });
            Give(control, id, "CONTROL_OFFICER", inside);
            foreach (var officer in Chance.Some(Serving.Where(p => p != control), 5))
            {
                var (from, until) = Times();
                if (await Try(control.Voice, "readIntoCompartment", new { compartment = id, officer = officer.Id, from, until, reason = Why }) is not null)
                    Give(officer, id, "INSIDER", inside, from, until);
            }
        }
    }

    /// <summary>Those that the officer is in now.</summary>
    public IReadOnlyList<string> Inside(Person officer) =>
        [.. World.Items.Where(i => i.Type == "Compartment" && World.Law.Holds(officer, i.Id, Now)).Select(i => i.Id)];

    /// <summary>Roles are taken back, people and agencies leave: what was kept of anybody's rights is old now.</summary>
    private async Task Turn()
    {
        for (var i = 0; i < 3; i++)
            await Withdraw(Chance.Of(World.Given));
        if (Chance.Of(World.Forces) is { } force && force.Members.FirstOrDefault(m => m.Agency != force.Lead && m.Time.Covers(Now)) is { } leaving
            && await Try(host.Node.Registrar(force.Lead), "leaveTaskForce", new { taskForce = force.Id, agency = leaving.Agency.Code, reason = Why }) is not null)
            force.Members[force.Members.IndexOf(leaving)] = leaving with { Time = leaving.Time.EndedAt(Now.AddSeconds(-1)) };
        foreach (var on in new[] { default(DateTimeOffset?), Now.AddDays(3) })
        {
            var officer = Chance.Of(Serving);
            if (await Try(host.Node.Registrar(officer.Agency), "recordDeparture", new { officer = officer.Id, on, reason = Why }) is not null)
                officer.Departs = on ?? Now.AddSeconds(-1);
        }
    }

    private async Task Withdraw(Held held)
    {
        DateTimeOffset? from = Chance.OneIn(4) ? Now.AddDays(2) : null;
        var (officer, role, reason) = (held.Officer.Id, held.Role, Why);
        // One hands back one's own role without leave of anybody.
        var done = World.Items.First(i => i.Id == held.Scope).Type switch
        {
            "Case" => await Try(held.Officer.Voice, "withdrawCaseAccess", new { @case = held.Scope, officer, role, from, reason }),
            "Operation" => await Try(held.Officer.Voice, "withdrawOperationAccess", new { operation = held.Scope, officer, role, from, reason }),
            "Compartment" => await Try(held.Officer.Voice, "readOutOfCompartment", new { compartment = held.Scope, officer, role, from, reason }),
            _ => await Try(held.Officer.Voice, "releaseFromTaskForce", new { taskForce = held.Scope, officer, role, from, reason }),
        };
        if (done is null)
            return;
        foreach (var period in World.Given.Where(h => h.Officer == held.Officer && h.Scope == held.Scope && h.Role == role).ToList())
            World.Given[World.Given.IndexOf(period)] = period with { Time = period.Time.EndedAt(from ?? Now.AddSeconds(-1)) };
    }

    public static string GrantId(Person officer, string scope)
    {
        var (type, key) = Decoded(scope);
        var of = type switch
        {
            "Case" => Scope.Of(new CaseId(key)),
            "TaskForce" => Scope.Of(new TaskForceId(key)),
            "Compartment" => Scope.Of(new CompartmentId(key)),
            _ => Scope.Of(new OperationId(key)),
        };
        return GlobalIds.Of("Grant", GrantIds.Of(of, new OfficerId(GlobalIds.Key(officer.Id))));
    }

    private static (string Type, Guid Key) Decoded(string id) =>
        (System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(id)).Split(':')[0], GlobalIds.Key(id));
}
