using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

public sealed class AmendCaseTests
{
    [Fact]
    public void A_new_title_keeps_the_old_one() =>
        CaseStory.Given(Past.Opened)
            .When(file => AmendTitle.Decide(By(Maya), new AmendTitle("Halden Trading", "Full name"), file))
            .Then(new CaseTitleAmended("Halden", "Halden Trading", "Full name"));

    [Fact]
    public void A_new_summary_keeps_the_old_one() =>
        CaseStory.Given(Past.Opened)
            .When(file => AmendSummary.Decide(By(Maya), new AmendSummary("Drums, forty", "Counted"), file))
            .Then(new CaseSummaryAmended("Drums marked resin hardener", "Drums, forty", "Counted"));

    [Fact]
    public void A_new_priority_keeps_the_old_one() =>
        CaseStory.Given(Past.Opened)
            .When(file => ChangePriority.Decide(By(Maya), new ChangePriority(Priority.Urgent, "Shipment due"), file))
            .Then(new CasePriorityChanged(Priority.High, Priority.Urgent, "Shipment due"));

    [Fact]
    public void A_new_lead_keeps_the_old_one() =>
        CaseStory.Given(Past.Opened)
            .When(file => ChangeLead.Decide(By(Jules), new ChangeLead(Theo, "Maya on leave"), file))
            .Then(new CaseLeadChanged(Maya, Theo, "Maya on leave"));

    [Fact]
    public void The_lead_of_a_red_case_is_one_of_its_readers() =>
        CaseStory.Given(Past.OpenedRed)
            .When(file => ChangeLead.Decide(By(Jules), new ChangeLead(Theo, "Maya on leave"), file))
            .ThenRefused(ChangeLead.LeadNotReader.At("lead"));

    [Fact]
    public void A_reader_of_a_red_case_may_lead_it() =>
        CaseStory.Given(Past.OpenedRed)
            .When(file => ChangeLead.Decide(By(Maya), new ChangeLead(Jules, "Maya on leave"), file))
            .Then(new CaseLeadChanged(Maya, Jules, "Maya on leave"));

    [Fact]
    public void What_stands_there_already_is_nothing_new()
    {
        var story = CaseStory.Given(Past.Opened);
        story.When(file => AmendTitle.Decide(By(Maya), new AmendTitle(file.Title, "r"), file)).ThenNothing();
        story.When(file => AmendSummary.Decide(By(Maya), new AmendSummary(file.Summary, "r"), file)).ThenNothing();
        story.When(file => ChangePriority.Decide(By(Maya), new ChangePriority(file.Priority, "r"), file)).ThenNothing();
        story.When(file => ChangeLead.Decide(By(Maya), new ChangeLead(file.Lead, "r"), file)).ThenNothing();
    }

    [Fact]
    public void A_closed_case_is_not_amended()
    {
        var story = CaseStory.Given(Past.Closed);
        story.When(file => AmendTitle.Decide(By(Maya), new AmendTitle("t", "r"), file)).ThenRefused(CaseFile.IsClosed);
        story.When(file => AmendSummary.Decide(By(Maya), new AmendSummary("s", "r"), file)).ThenRefused(CaseFile.IsClosed);
        story.When(file => ChangePriority.Decide(By(Maya), new ChangePriority(Priority.Low, "r"), file)).ThenRefused(CaseFile.IsClosed);
        story.When(file => ChangeLead.Decide(By(Maya), new ChangeLead(Theo, "r"), file)).ThenRefused(CaseFile.IsClosed);
    }

    [Theory]
    [MemberData(nameof(Bad.Reasons), MemberType = typeof(Bad))]
    public void Every_change_needs_its_reason(string? reason, string code)
    {
        var refusal = new Refusal(code, "", "reason");
        var story = CaseStory.Given(Past.Opened);
        story.When(file => AmendTitle.Decide(By(Maya), new AmendTitle("t", reason!), file)).ThenRefused(refusal);
        story.When(file => AmendSummary.Decide(By(Maya), new AmendSummary("s", reason!), file)).ThenRefused(refusal);
        story.When(file => ChangePriority.Decide(By(Maya), new ChangePriority(Priority.Low, reason!), file)).ThenRefused(refusal);
        story.When(file => ChangeLead.Decide(By(Maya), new ChangeLead(Theo, reason!), file)).ThenRefused(refusal);
    }

    [Theory]
    [MemberData(nameof(Bad.Texts), CaseLimits.Title, MemberType = typeof(Bad))]
    public void A_title_is_needed(string? title, string code) =>
        CaseStory.Given(Past.Opened)
            .When(file => AmendTitle.Decide(By(Maya), new AmendTitle(title!, "r"), file))
            .ThenRefused(new Refusal(code, "", "title"));

    [Theory]
    [MemberData(nameof(Bad.Texts), CaseLimits.Summary, MemberType = typeof(Bad))]
    public void A_summary_is_needed(string? summary, string code) =>
        CaseStory.Given(Past.Opened)
            .When(file => AmendSummary.Decide(By(Maya), new AmendSummary(summary!, "r"), file))
            .ThenRefused(new Refusal(code, "", "summary"));

    [Fact]
    public void A_priority_is_one_of_the_list() =>
        CaseStory.Given(Past.Opened)
            .When(file => ChangePriority.Decide(By(Maya), new ChangePriority((Priority)(-1), "r"), file))
            .ThenRefused(Choice.Unlisted.At("priority"));
}
