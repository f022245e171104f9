using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Operations;

public sealed class PlanOperationTests
{
    private static readonly PlanOperation Command = new(
        Northgate.Granite, "GRANITE", "Five sites at one moment", NorthgateForce, Halden, Planned.Wall("2026-05-13T06:15"), Planned.Toronto,
        [new Phase("Entry", 0), new Phase("Search", 30), new Phase("Staging", -60)], 5);

    [Fact]
    public void Phases_are_kept_in_their_order_and_a_local_time_becomes_an_instant() => Plan(Command).Then(Planned.Granite);

    [Fact]
    public void A_time_with_its_offset_needs_no_zone() => Plan(Command with { HHour = Planned.Wall("2026-05-13T12:15+02:00"), Zone = null }).Then(Planned.Granite);

    [Fact]
    public void A_local_time_needs_its_zone() => Plan(Command with { Zone = null }).ThenRefused(LocalTime.NeedsZone.At("hHour.zone"));

    [Theory]
    [InlineData("1999-12-31T00:00Z")]
    [InlineData("2101-01-01T06:00Z")]
    public void A_time_out_of_all_reason_is_refused(string at) => Plan(Command with { HHour = Planned.Wall(at) }).ThenRefused(LocalTime.OutOfRange.At("hHour.at"));

    [Theory]
    [InlineData(-1)]
    [InlineData(1441)]
    public void The_window_has_its_bounds(int minutes) => Plan(Command with { Window = minutes }).ThenRefused(PlanOperation.BadWindow.At("window"));

    [Fact]
    public void No_phase_is_named_twice() =>
        Plan(Command with { Phases = [new Phase("Entry", 0), new Phase("ENTRY", 1)] }).ThenRefused(Phase.Repeated.At("phases"));

    [Fact]
    public void A_phase_lies_within_a_week() => Plan(Command with { Phases = [new Phase("Entry", 10_081)] }).ThenRefused(Phase.TooFar.At("phases"));

    [Fact]
    public void There_are_not_endless_phases() =>
        Plan(Command with { Phases = [.. Enumerable.Range(0, 21).Select(i => new Phase($"P{i}", i))] }).ThenRefused(Phase.TooMany.At("phases"));

    [Fact]
    public void A_phase_has_a_name() => Plan(Command with { Phases = [new Phase(" ", 0)] }).ThenRefused(Text.Missing.At("phases"));

    [Theory]
    [MemberData(nameof(Bad.Texts), OperationLimits.Name, MemberType = typeof(Bad))]
    public void It_has_a_name(string? name, string code) => Plan(Command with { Name = name! }).ThenRefused(new(code, "", "name"));

    [Theory]
    [MemberData(nameof(Bad.Texts), OperationLimits.Aim, MemberType = typeof(Bad))]
    public void It_has_an_aim(string? aim, string code) => Plan(Command with { Aim = aim! }).ThenRefused(new(code, "", "aim"));

    private static OperationStory.Ending Plan(PlanOperation command) => OperationStory.Given().When(_ => PlanOperation.Decide(By(Maya), command));
}
