using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

public sealed class CreateTaskTests
{
    private static readonly CreateTask Command = new(
        TaskPast.Task(1), "Watch the warehouse", "From the east side", new DueGiven("America/Toronto", Moment.Local(new DateTime(2026, 4, 20, 17, 0, 0))), false);

    [Fact]
    public void An_officer_is_asked_by_a_time_in_the_zone_it_was_said_in() => Create(Command).Then(TaskPast.Created);

    [Fact]
    public void It_may_stand_between_the_case_and_its_closing() => Create(Command with { Mandatory = true }).Then(TaskPast.Mandatory);

    [Fact]
    public void It_may_wait_for_another() => Create(Command, other: TaskPast.Of(TaskPast.LabResult)).Then(TaskPast.Waiting);

    [Fact]
    public void It_may_wait_for_one_that_is_completed() =>
        Create(Command, other: TaskPast.Of(TaskPast.LabResult, TaskPast.Completed)).Then(TaskPast.Waiting);

    [Fact]
    public void It_does_not_wait_for_one_that_was_cancelled() =>
        Create(Command, other: TaskPast.Of(TaskPast.LabResult, TaskPast.Cancelled)).ThenRefused(CreateTask.Forlorn.At("dependsOn"));

    [Fact]
    public void It_does_not_wait_for_one_of_another_case() =>
        Create(Command, other: TaskPast.Of(TaskPast.LabResult with { Case = OtherCase })).ThenRefused(CreateTask.OtherCase.At("dependsOn"));

    [Fact]
    public void Who_could_not_do_it_is_not_asked() =>
        TaskStory.Given().When(_ => CreateTask.Decide(By(Maya), Command, Past.OpenFile, null, null)).ThenRefused(CaseTask.AssigneeNotOnCase.At("assignee"));

    [Fact]
    public void In_a_closed_case_nothing_is_asked() =>
        TaskStory.Given().When(_ => CreateTask.Decide(By(Maya), Command, Past.ClosedFile, TaskPast.ByTheo, null)).ThenRefused(CaseFile.IsClosed);

    [Theory]
    [MemberData(nameof(Bad.Texts), CaseLimits.TaskTitle, MemberType = typeof(Bad))]
    public void It_needs_a_title(string? title, string code) =>
        Create(Command with { Title = title! }).ThenRefused(new Refusal(code, "", "title"));

    [Fact]
    public void Details_have_a_length_and_may_be_absent()
    {
        Create(Command with { Details = new string('x', CaseLimits.TaskDetails + 1) }).ThenRefused(Text.TooLong.At("details"));
        Create(Command with { Details = null }).Then(TaskPast.Created with { Details = null });
    }

    [Theory]
    [InlineData("America/Toronto", "2026-11-01T01:30", "occurrence.ambiguous-local-time", "due.at")]
    [InlineData("America/Toronto", "2027-03-14T02:30", "occurrence.no-such-local-time", "due.at")]
    [InlineData("America/Halden", "2026-11-01T12:00", "zone.unknown", "due.zone")]
    [InlineData("UTC+05", "2026-11-01T12:00", "zone.unknown", "due.zone")]
    [InlineData("America/Toronto", "1899-12-31T12:00", "due.too-early", "due.at")]
    [InlineData("America/Toronto", "2036-04-20T12:00", "due.too-far", "due.at")]
    [InlineData("America/Toronto", "9999-12-31T23:59", "due.too-far", "due.at")]
    public void A_due_time_is_one_that_can_be(string zone, string at, string code, string field)
    {
        Assert.True(Moment.TryParse(at, "at", out var moment, out _));
        Create(Command with { Due = new DueGiven(zone, moment) }).ThenRefused(new Refusal(code, "", field));
    }

    [Theory]
    [InlineData("2026-11-01T01:30-05:00")]
    [InlineData("2036-04-20T11:59Z")]
    [InlineData("1900-01-01T00:00Z")]
    [InlineData("2026-04-20T11:59Z")]
    public void An_exact_time_is_always_clear_and_one_that_has_passed_is_a_due_time_too(string at)
    {
        Assert.True(Moment.TryParse(at, "at", out var moment, out _));
        Create(Command with { Due = new DueGiven("America/Toronto", moment) })
            .Then(TaskPast.Created with { Due = new Due(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime(), "America/Toronto") });
    }

    private static TaskStory.Ending Create(CreateTask command, CaseTask? other = null) =>
        TaskStory.Given().When(_ => CreateTask.Decide(By(Maya), command, Past.OpenFile, TaskPast.ByTheo, other));
}
