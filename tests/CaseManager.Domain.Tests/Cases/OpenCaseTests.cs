using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

public sealed class OpenCaseTests
{
    private static readonly OpenCase Command = new(
        Halden, new CaseNumber("NG-2026-014"), "Halden", "Drums marked resin hardener", Priority.High, Maya,
        NorthgateForce, Audience.TaskForce, Tlp.Amber, [], Caveats.None);

    [Fact]
    public void The_agency_of_the_officer_leads_it() => Open(Command).Then(Past.Opened);

    [Fact]
    public void What_restricts_it_is_set_from_the_start_each_once_and_in_order()
    {
        var given = Caveats.None with { Handling = [HandlingCode.H2, HandlingCode.H0, HandlingCode.H2], ReleasedTo = new([Ops, Nlfi, Ops], ["US"]) };
        CaseStory.Given()
            .When(_ => OpenCase.Decide(By(Maya), Command with { Caveats = given }))
            .Then(Past.Opened with { Caveats = Caveats.None with { Handling = [HandlingCode.H0, HandlingCode.H2], ReleasedTo = new([Nlfi, Ops], ["US"]) } });
    }

    [Fact]
    public void The_agency_that_opens_it_is_not_left_out() =>
        Open(Command with { Caveats = Caveats.None with { NotTo = new([Cfp], []) } }).ThenRefused(Caveats.ExcludesOriginator.At("caveats.notTo"));

    [Fact]
    public void It_begins_at_intake() => Assert.Equal(Stage.Intake, Past.OpenFile.Stage);

    [Theory]
    [InlineData("NG-2026")]
    [InlineData("ng-2026-014")]
    [InlineData("NG-2026-1")]
    [InlineData("NG-2026-1234567")]
    [InlineData("NG-2026-01٤")]
    [InlineData("NG-2026-014\n")]
    [InlineData("")]
    [InlineData(null)]
    public void A_number_has_its_form(string? number) =>
        Open(Command with { Number = new CaseNumber(number!) }).ThenRefused(CaseNumber.Malformed.At("number"));

    [Theory]
    [InlineData("NG-1989-014")]
    [InlineData("NG-2101-014")]
    public void A_number_has_a_year_of_our_time(string number) =>
        Open(Command with { Number = new CaseNumber(number) }).ThenRefused(CaseNumber.BadYear.At("number"));

    [Theory]
    [MemberData(nameof(Bad.Texts), CaseLimits.Title, MemberType = typeof(Bad))]
    public void A_title_is_needed(string? title, string code) =>
        Open(Command with { Title = title! }).ThenRefused(new Refusal(code, "", "title"));

    [Theory]
    [MemberData(nameof(Bad.Texts), CaseLimits.Summary, MemberType = typeof(Bad))]
    public void A_summary_is_needed(string? summary, string code) =>
        Open(Command with { Summary = summary! }).ThenRefused(new Refusal(code, "", "summary"));

    [Fact]
    public void A_priority_is_one_of_the_list() =>
        Open(Command with { Priority = (Priority)9 }).ThenRefused(Choice.Unlisted.At("priority"));

    [Fact]
    public void An_audience_is_one_of_the_list() =>
        Open(Command with { Audience = (Audience)9 }).ThenRefused(Choice.Unlisted.At("audience"));

    [Fact]
    public void A_marking_is_one_of_the_list() =>
        Open(Command with { Tlp = (Tlp)9 }).ThenRefused(Choice.Unlisted.At("tlp"));

    [Fact]
    public void A_task_force_reads_only_where_there_is_one() =>
        Open(Command with { TaskForce = null }).ThenRefused(OpenCase.NoTaskForce.At("taskForce"));

    [Fact]
    public void Red_needs_its_readers_by_name() =>
        Open(Command with { Tlp = Tlp.Red }).ThenRefused(NamedReaders.Missing.At("readers"));

    [Fact]
    public void Below_red_nobody_is_named() =>
        Open(Command with { Readers = [Jules] }).ThenRefused(NamedReaders.Idle.At("readers"));

    [Fact]
    public void The_lead_and_the_opener_read_what_is_red() =>
        CaseStory.Given()
            .When(_ => OpenCase.Decide(By(Jules), Command with { Tlp = Tlp.Red, Readers = [Theo, Theo] }))
            .Then(Past.Opened with { Tlp = Tlp.Red, Readers = [Theo, Maya, Jules] });

    [Fact]
    public void A_case_for_its_team_is_not_for_the_task_force()
    {
        var file = CaseFile.Evolve(null, Past.Opened with { Audience = Audience.CaseTeam });

        Assert.Null(file.Label.TaskForce);
        Assert.Equal(Halden, file.Label.Case);
        Assert.Equal(NorthgateForce, Past.OpenFile.Label.TaskForce);
    }

    private static CaseStory.Ending Open(OpenCase command) => CaseStory.Given().When(_ => OpenCase.Decide(By(Maya), command));
}
