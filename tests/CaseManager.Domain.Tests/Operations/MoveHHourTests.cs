using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Operations;

public sealed class MoveHHourTests
{
    private static readonly DateTimeOffset Later = Planned.HHour.AddHours(1);
    private static readonly MoveHHour Command = new(Moment.At(Later), null, "Fog");

    [Fact]
    public void It_moves_for_all() =>
        OperationStory.Given(Planned.Entered).When(Moving(Command)).Then(new HHourMoved(Planned.HHour, Later, "Fog"));

    [Fact]
    public void Moving_it_there_again_is_nothing_new() =>
        OperationStory.Given([.. Planned.Entered, new HHourMoved(Planned.HHour, Later, "Fog")]).When(Moving(Command)).ThenNothing();

    [Fact]
    public void A_go_that_stood_on_the_old_time_is_held() =>
        OperationStory.Given(Planned.Gone).When(Moving(Command)).Then(
            new HHourMoved(Planned.HHour, Later, "Fog"), new OperationHeld(2, Jules, HoldCause.HHourMoved, null, null, Noon));

    [Fact]
    public void Votes_on_the_old_time_no_longer_count()
    {
        var moved = Planned.OperationOf([.. Planned.Voted, new HHourMoved(Planned.HHour, Later, "Fog")]);
        Assert.NotEqual(Planned.Pin, moved.PinWith(Planned.AllReady));
        Assert.Equal(Pin.Stale.Code, DecideGo.Decide(By(Jules), new DecideGo(Planned.Pin, null), moved, Planned.AllReady).Refusal?.Code);
    }

    [Fact]
    public void Who_was_ready_for_the_old_time_is_not_ready_for_the_new_one()
    {
        Assert.Equal([new SiteReadinessLapsed(LapseCause.HHourMoved)], MoveHHour.Lapse(Planned.AllReady[0]).Facts);
        Assert.Empty(MoveHHour.Lapse(Planned.Waiting[0]).Facts);
    }

    [Theory]
    [InlineData("2026-03-08T02:30", "occurrence.no-such-local-time")]
    [InlineData("2026-11-01T01:30", "occurrence.ambiguous-local-time")]
    public void A_time_that_is_none_or_two_is_refused(string wall, string code) =>
        OperationStory.Given(Planned.Entered).When(Moving(Command with { HHour = Planned.Wall(wall), Zone = Planned.Toronto }))
            .ThenRefused(new(code, "", "hHour.at"));

    [Fact]
    public void What_was_aborted_is_not_moved() =>
        OperationStory.Given(Planned.Granite, Planned.Abort).When(Moving(Command)).ThenRefused(Operation.IsAborted);

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void It_needs_its_reason(string? reason, string code) =>
        OperationStory.Given(Planned.Entered).When(Moving(Command with { Reason = reason! })).ThenRefused(new(code, "", "reason"));

    private static Func<Operation, Decision<IOperationFact>> Moving(MoveHHour command) => operation => MoveHHour.Decide(By(Jules), command, operation);
}
