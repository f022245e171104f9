using System.Globalization;
using System.Security.Cryptography;
using CaseManager.Domain.Access;
using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Cases;

/// <summary>Opening a case together with its team, in one transaction.</summary>
public static class OpenCaseMutation
{
    private const int NumbersTried = 5;
    private static readonly Refusal OpenedForYou = new("case.team-repeats", "The team names an officer twice.", "team");

    /// <summary>Opens a case of the caller's agency. Its lead becomes primary investigator, the caller (if another) file coordinator.</summary>
    [Returns<CaseRow>("case")]
    public static async Task<Acted> OpenCase(OpenCaseInput input, Intent intent, Ledger ledger, TimeProvider clock, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var acted = await Open(input, intent, ledger, clock.GetUtcNow().Year, cancel);
            // A number drawn by chance that is taken says nothing to anybody: draw another.
            if (input.Number is not null || acted.Refusal?.Code != "case.number-taken" || attempt == NumbersTried)
                return acted;
        }
    }

    private static Task<Acted> Open(OpenCaseInput input, Intent intent, Ledger ledger, int year, CancellationToken cancel)
    {
        var id = new CaseId(Guid.NewGuid());
        var lead = input.Lead ?? intent.Caller.Officer;
        var team = Team(input, lead, intent.Caller.Officer);
        if (team.DistinctBy(m => m.Officer).Count() != team.Count)
            return Task.FromResult<Acted>(OpenedForYou);

        Guid[] others = [.. team.SelectMany(m => new[] { m.Officer.Value, CaseTeam.GrantOf(id, m.Officer) }), .. Force(input), .. input.Caveats?.Streams ?? []];
        return ledger.Act(intent, new Undertaking(id.Value, null, others, [], ground =>
        {
            if (ground.Rights is { } rights && !AccessLaw.MayOpenCase(rights, input.TaskForce, ground.By.At))
                return input.TaskForce is { } hidden && ground.Unknown(hidden.Value) is { } unknown ? unknown.At("taskForce") : Grounds.NotPermitted;
            var force = input.TaskForce is { } f ? ground.State<TaskForce, ITaskForceFact>(f.Value) : null;
            if (input.TaskForce is not null && force is null)
                return Refusal.Unknown.At("taskForce");

            if (input.Caveats?.Forbids(ground) is { } badCaveats)
                return badCaveats;

            var number = input.Number ?? Drawn(force?.Code ?? ground.By.Agency.Code, year);
            var opened = Domain.Cases.OpenCase.Decide(ground.By, new OpenCase(
                id, new CaseNumber(number), input.Title, input.Summary, input.Priority ?? Priority.Normal, lead, input.TaskForce,
                input.Audience ?? Audience.CaseTeam, input.Tlp ?? Tlp.Amber, [.. input.Readers ?? []], input.Caveats?.Read() ?? Caveats.None));
            if (opened.Refusal is { } refusal)
                return refusal;
            var label = CaseFile.Evolve(null, opened.Facts[0]).Label;
            var deed = Deed.Of(id.Value, opened, label);
            foreach (var member in team)
                deed = deed.And(CaseTeam.GrantOf(id, member.Officer), CaseTeam.Appoint(ground, id, member, force), label);
            return deed;
        }) { Affects = [.. team.Select(m => m.Officer)] }, cancel);
    }

    private static List<TeamMemberInput> Team(OpenCaseInput input, OfficerId lead, OfficerId opener)
    {
        var team = new List<TeamMemberInput> { new(lead, Role.PrimaryInvestigator) };
        if (opener != lead && input.Team?.Any(m => m.Officer == opener) != true)
            team.Add(new(opener, Role.FileCoordinator));
        team.AddRange(input.Team ?? []);
        return team;
    }

    private static IEnumerable<Guid> Force(OpenCaseInput input) => input.TaskForce is { } force ? [force.Value] : [];

    // Numbers follow no count: a gap says nothing about cases one does not see.
    private static string Drawn(string series, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{series}-{year}-{RandomNumberGenerator.GetInt32(10_000, 1_000_000)}");
}

/// <param name="Number">Such as <c>NG-2026-014</c>; drawn at random within the series when absent.</param>
/// <param name="Lead">The officer who answers for it; the caller when absent.</param>
/// <param name="Audience">Its team alone when absent.</param>
/// <param name="Tlp">TLP:AMBER when absent.</param>
/// <param name="Readers">For TLP:RED: who may read it by name.</param>
/// <param name="Caveats">They hold for all that stands under the case.</param>
public sealed record OpenCaseInput(
    string? Number, string Title, string Summary, Priority? Priority, OfficerId? Lead, TaskForceId? TaskForce, Audience? Audience,
    Tlp? Tlp, IReadOnlyList<OfficerId>? Readers, IReadOnlyList<TeamMemberInput>? Team, CaveatsInput? Caveats);

public sealed record TeamMemberInput(OfficerId Officer, Role Role);
