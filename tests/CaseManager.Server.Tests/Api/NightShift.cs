namespace CaseManager.Server.Tests.Api;

/// <summary>A task force of its own at night: who is on call, who is told, and a case that none of them can see.</summary>
public sealed class NightShift
{
    private readonly ServerHost _host;

    private NightShift(ServerHost host)
    {
        _host = host;
        Code = $"N{Guid.NewGuid():n}"[..9].ToUpperInvariant();
        Number = $"{Code}-2026-{Random.Shared.Next(10_000, 1_000_000)}";
    }

    public string Code { get; }

    public string Force { get; private set; } = "";

    /// <summary>Supervisor on call.</summary>
    public Voice OnCall { get; private set; } = null!;

    /// <summary>The other supervisor.</summary>
    public Voice Second { get; private set; } = null!;

    public Voice Auditor { get; private set; } = null!;

    /// <summary>Belongs to the task force, and no more.</summary>
    public Voice Member { get; private set; } = null!;

    /// <summary>Of another agency; leads the sealed case, alone in its compartment.</summary>
    public Voice Keeper { get; private set; } = null!;

    public string Compartment { get; private set; } = "";

    /// <summary>Worked under the task force; sealed, for its keeper by name, released to one agency alone and under embargo.</summary>
    public string Case { get; private set; } = "";

    public string Number { get; }

    public string Entry { get; private set; } = "";

    public string Exhibit { get; private set; } = "";

    public string Task { get; private set; } = "";

    public static async Task<NightShift> Build(ServerHost host)
    {
        var shift = new NightShift(host);
        shift.Force = (await host.World.Registrar.Do("establishTaskForce", new { code = shift.Code, name = "Night", purpose = "Test of the night", agreement = "v1" })).Id;
        await host.World.Registrar.Do("joinTaskForce", new { taskForce = shift.Force, agency = "OPS" });
        shift.OnCall = await shift.Newcomer("CFP", "SUPERVISOR");
        shift.Second = await shift.Newcomer("CFP", "SUPERVISOR");
        shift.Auditor = await shift.Newcomer("CFP", "AUDITOR");
        shift.Member = await shift.Newcomer("CFP", "MEMBER");
        shift.Keeper = await shift.Newcomer("OPS", "MEMBER");
        await shift.Seal();
        return shift;
    }

    public Task<Outcome> Appoint(Voice officer, string role) =>
        _host.World.Registrar.Do("appointToTaskForce", new { taskForce = Force, officer = officer.Id, role, reason = "Agreement v1" });

    /// <summary>A registered officer, with a role in the task force or none.</summary>
    public async Task<Voice> Newcomer(string agency, string? role = null)
    {
        var subject = $"n{Guid.NewGuid():n}";
        await Northgate.RegistrarOf(_host, agency).Do("registerOfficer", new { subject, name = $"{role ?? "Nobody"} of {Code}" });
        var officer = _host.As(subject, agency);
        if (role is not null)
            await Appoint(officer, role);
        return officer;
    }

    /// <summary>The officer on call opens the case.</summary>
    public async Task<string> Break(int minutes = 120) =>
        (await OnCall.Do("breakGlass", new { number = Number, reason = "A child is in danger", minutes })).Id;

    private async Task Seal()
    {
        Compartment = (await Keeper.Do("establishCompartment", new { name = "KILN" })).Id;
        Case = (await Keeper.Do("openCase", new
        {
            number = Number, title = "Lanternfish", summary = "Sealed by order.", taskForce = Force, tlp = "RED", readers = new[] { Keeper.Id },
            caveats = new { compartments = new[] { Compartment }, releasedTo = new { agencies = new[] { "OPS" } }, embargoUntil = DateTimeOffset.UtcNow.AddDays(9) },
        })).Id;
        Entry = (await Keeper.Do("recordTimelineEntry", new { @case = Case, text = "The child is at the lock.", occurred = Northgate.AtEight })).Id;
        Exhibit = (await Keeper.Do("seizeExhibit", Northgate.Item(Case, "K-1", "E-1", "Lantern"))).Id;
        Task = await Northgate.NewTask(Keeper, Case, Keeper, "Watch the lock");
    }
}
