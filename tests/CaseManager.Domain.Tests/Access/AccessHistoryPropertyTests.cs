using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using CsCheck;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Access;

/// <summary>What must hold of grants, task forces and officers after any sequence of acts.</summary>
public sealed class AccessHistoryPropertyTests
{
    private static readonly Gen<(int Act, int Choice, int From, int Length)[]> Steps =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[-3, 8], Gen.Int[-1, 9]).Array[1, 30];

    private static readonly Officer TheoLang = new(Theo, Ops, "sub-2", "Theo Lang", null, null);
    private static readonly Appointment ByJules = new(RightsOf(Jules, Holding(Scope.Of(Halden), Role.TeamCommander)), TheoLang, null);

    [Fact]
    public void Any_history_keeps_the_law_of_grants()
    {
        var accepted = 0;
        Steps.Sample(
            steps =>
            {
                var facts = new List<IGrantFact>();
                var now = Noon;
                foreach (var picked in steps)
                {
                    // Before the first grant there is nothing to withdraw.
                    var step = facts.Count == 0 ? picked with { Act = 0 } : picked;
                    now = now.AddHours(step.Length);
                    now = now < Noon ? Noon : now;
                    var decision = Act(step, now, Fold.Of<Grant, IGrantFact>(facts));
                    facts.AddRange(decision.Facts);
                    Interlocked.Add(ref accepted, decision.Facts.Count);

                    var after = Fold.Of<Grant, IGrantFact>(facts);
                    if (decision.Refusal is null)
                        Assert.Empty(Act(step, now, after).Facts);
                    foreach (var role in (after?.Periods ?? []).GroupBy(p => p.Role))
                        AssertApart([.. role.Select(p => (p.From, p.Until))]);
                }
            },
            iter: Scale.Of(3_000));
        Assert.True(accepted > 3_000, $"accepted {accepted}");
    }

    [Fact]
    public void Any_history_keeps_the_law_of_memberships()
    {
        var accepted = 0;
        Steps.Sample(
            steps =>
            {
                var facts = new List<ITaskForceFact>(
                    EstablishTaskForce.Decide(By(Jules), new EstablishTaskForce(NorthgateForce, "NG", "N", "P", "A", Noon.AddDays(-9))).Facts);
                foreach (var step in steps)
                {
                    var decision = Act(step, Noon, Fold.Of<TaskForce, ITaskForceFact>(facts)!);
                    facts.AddRange(decision.Facts);
                    Interlocked.Add(ref accepted, decision.Facts.Count);

                    var after = Fold.Of<TaskForce, ITaskForceFact>(facts)!;
                    if (decision.Refusal is null)
                        Assert.Empty(Act(step, Noon, after).Facts);
                    Assert.True(after.HasMember(after.LeadAgency, Noon));
                    foreach (var agency in after.Memberships.GroupBy(m => m.Agency))
                        AssertApart([.. agency.Select(m => (m.From, m.Until))]);
                }
            },
            iter: Scale.Of(3_000));
        Assert.True(accepted > 3_000, $"accepted {accepted}");
    }

    [Fact]
    public void Any_history_keeps_the_law_of_officers() =>
        Steps.Sample(
            steps =>
            {
                var facts = new List<IOfficerFact> { new OfficerRegistered(Theo, Ops, "sub-2", "Theo Lang", null) };
                foreach (var step in steps)
                {
                    var decision = Act(step, Fold.Of<Officer, IOfficerFact>(facts)!);
                    facts.AddRange(decision.Facts);
                    if (decision.Refusal is null)
                        Assert.Empty(Act(step, Fold.Of<Officer, IOfficerFact>(facts)!).Facts);
                }
                Assert.True(facts.OfType<OfficerDeparted>().Count() <= 1);
            },
            iter: Scale.Of(2_000));

    private static Decision<IGrantFact> Act((int Act, int Choice, int From, int Length) step, DateTimeOffset now, Grant? grant)
    {
        var role = (Role)(step.Choice + 1);
        DateTimeOffset? from = step.From < -2 ? null : Noon.AddHours(step.From);
        DateTimeOffset? until = step.Length < 0 ? null : (from ?? now).AddHours(step.Length);
        return (step.Act, grant) switch
        {
            (2, { }) => WithdrawGrant.Decide(By(Jules, now), new WithdrawGrant(role, from, "r"), ByJules, grant),
            (3, { }) => ExpireGrant.Decide(Northgate.System(now), new ExpireGrant(role, grant.Periods[0].Until ?? now), grant),
            _ => GiveGrant.Decide(By(Jules, now), new GiveGrant(Scope.Of(Halden), Theo, role, from, until, "r"), ByJules, grant),
        };
    }

    private static Decision<ITaskForceFact> Act((int Act, int Choice, int From, int Length) step, DateTimeOffset now, TaskForce force)
    {
        var agency = new[] { Cfp, Ops, Nlfi }[step.Choice];
        DateTimeOffset? from = step.From < -2 ? null : now.AddHours(step.From);
        return step.Act == 0
            ? LeaveTaskForce.Decide(By(Jules, now), new LeaveTaskForce(agency, from, "r"), force)
            : JoinTaskForce.Decide(By(Jules, now), new JoinTaskForce(agency, from, step.Length < 0 ? null : (from ?? now).AddHours(step.Length)), force);
    }

    private static Decision<IOfficerFact> Act((int Act, int Choice, int From, int Length) step, Officer officer) => step.Act switch
    {
        0 when step.Length > 6 => RecordDeparture.Decide(By(Theo), new RecordDeparture(Noon.AddHours(step.From), "r"), officer),
        1 => RegisterOfficer.Decide(By(Theo), new RegisterOfficer(Theo, Ops, "sub-2", $"Theo {step.Choice}", null), officer),
        _ => CorrectOfficerName.Decide(By(Theo), new CorrectOfficerName($"Theo {step.Choice}", "r"), officer),
    };

    // Two times of the same thing that overlap would make one of them impossible to take back.
    private static void AssertApart(List<(DateTimeOffset From, DateTimeOffset? Until)> times)
    {
        var real = times.Where(t => t.Until is null || t.Until > t.From).OrderBy(t => t.From).ToList();
        foreach (var (earlier, later) in real.Zip(real.Skip(1)))
            Assert.True(earlier.Until is { } end && end <= later.From, $"{earlier} overlaps {later}");
    }
}
