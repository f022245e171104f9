using CaseManager.Domain.Kernel;
using CaseManager.Domain.Releases;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Releases;

/// <summary>What carries H2 is passed on when its originator has said so: asked with a purpose and a deadline, answered once, taken back with a reason.</summary>
public sealed class ReleaseTests
{
    private static readonly DateTimeOffset Tomorrow = Noon.AddDays(1);
    private static readonly AskForRelease Ask = new(Nlfi, "They hold the second load", Tomorrow);

    private static readonly CaseBrief Controlled = new(
        Halden, "NG-2026-014", new Label(Cfp, Tlp.Amber, Halden, NorthgateForce, []) { Caveats = Caveats.None with { Handling = [HandlingCode.H2] } }, null);

    private static readonly ReleaseAsked Asked = new(1, Halden, Nlfi, Cfp, Theo, Ops, "They hold the second load", Tomorrow);
    private static readonly ReleaseApproved Approved = new(1, Maya, "Not in court");
    private static readonly ReleaseRefused Refused = new(1, Maya, "The source is at risk");
    private static readonly ReleaseRevoked Revoked = new(1, Maya, "The source is at risk");

    [Fact]
    public void A_partner_asks_the_originator() => Given().When(r => AskForRelease.Decide(By(Theo), Ask, Controlled, r)).Then(Asked);

    [Fact]
    public void And_asks_again_after_a_no_a_lapse_or_a_revocation()
    {
        foreach (var past in new IReleaseFact[][] { [Asked, Refused], [Asked, new ReleaseLapsed(1)], [Asked, Approved, Revoked] })
            Given(past).When(r => AskForRelease.Decide(By(Theo), Ask, Controlled, r)).Then(Asked with { Round = 2 });
    }

    [Fact]
    public void Not_while_an_answer_is_waited_for_or_stands()
    {
        Given(Asked).When(r => AskForRelease.Decide(By(Theo), Ask, Controlled, r)).ThenRefused(AskForRelease.Waiting.At("to"));
        Given(Asked, Approved).When(r => AskForRelease.Decide(By(Theo), Ask, Controlled, r)).ThenRefused(AskForRelease.Released.At("to"));
    }

    public static TheoryData<AskForRelease, bool, Refusal> Bad => new()
    {
        { Ask with { Purpose = " " }, true, Text.Missing.At("purpose") },
        { Ask with { Due = Noon }, true, AskForRelease.DuePassed.At("due") },
        { Ask with { Due = Noon.AddDays(91) }, true, AskForRelease.DueTooFar.At("due") },
        { Ask with { To = Cfp }, true, AskForRelease.ToOriginator.At("to") },
        { Ask, false, AskForRelease.NotControlled.At("case") },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_cannot_be_asked_is_refused(AskForRelease ask, bool controlled, Refusal refusal) =>
        Given().When(r => AskForRelease.Decide(By(Theo), ask, controlled ? Controlled : Controlled with { Label = Controlled.Label with { Caveats = null } }, r)).ThenRefused(refusal);

    [Fact]
    public void The_originator_asks_nobody() => Given().When(r => AskForRelease.Decide(By(Maya), Ask, Controlled, r)).ThenRefused(AskForRelease.OwnToGive.At("case"));

    [Fact]
    public void Its_originator_approves_under_conditions_or_refuses_with_a_reason()
    {
        Given(Asked).When(r => ApproveRelease.Decide(By(Maya), new ApproveRelease("Not in court"), r)).Then(Approved);
        Given(Asked).When(r => RefuseRelease.Decide(By(Maya), new RefuseRelease("The source is at risk"), r)).Then(Refused);
        Given(Asked).When(r => RefuseRelease.Decide(By(Maya), new RefuseRelease(""), r)).ThenRefused(Text.Missing.At("reason"));
    }

    [Fact]
    public void Nobody_else_does_and_nobody_answers_twice()
    {
        Given(Asked).When(r => ApproveRelease.Decide(By(Theo), new ApproveRelease(null), r)).ThenRefused(Release.OnlyOriginator);
        Given(Asked).When(r => RefuseRelease.Decide(By(Sanne), new RefuseRelease("No"), r)).ThenRefused(Release.OnlyOriginator);
        Given(Asked, Approved).When(r => ApproveRelease.Decide(By(Maya), new ApproveRelease(null), r)).ThenRefused(Release.NotAsked);
        Given(Asked, Refused).When(r => ApproveRelease.Decide(By(Maya), new ApproveRelease(null), r)).ThenRefused(Release.NotAsked);
    }

    [Fact]
    public void An_approval_is_taken_back_by_the_originator_with_a_reason()
    {
        Given(Asked, Approved).When(r => RevokeRelease.Decide(By(Maya), new RevokeRelease("The source is at risk"), r)).Then(Revoked);
        Given(Asked, Approved).When(r => RevokeRelease.Decide(By(Theo), new RevokeRelease("We think so"), r)).ThenRefused(Release.OnlyOriginator);
        Given(Asked).When(r => RevokeRelease.Decide(By(Maya), new RevokeRelease("Too early"), r)).ThenRefused(RevokeRelease.NotReleased);
    }

    [Fact]
    public void Unanswered_it_lapses_when_it_is_due_and_once()
    {
        Given(Asked).When(r => LapseRelease.Decide(Northgate.System(Tomorrow), new LapseRelease(1), r)).Then(new ReleaseLapsed(1));
        Given(Asked).When(r => LapseRelease.Decide(Northgate.System(Noon), new LapseRelease(1), r)).ThenRefused(LapseRelease.NotDueYet);
        Given(Asked, Refused, Asked with { Round = 2 }).When(r => LapseRelease.Decide(Northgate.System(Tomorrow), new LapseRelease(1), r)).ThenNothing();
        Given(Asked, Approved).When(r => LapseRelease.Decide(Northgate.System(Tomorrow), new LapseRelease(1), r)).ThenNothing();
    }

    [Fact]
    public void Who_was_told_of_a_revocation_acknowledges_it_once()
    {
        var told = new RevocationTold(Id(0x300), 1, Halden, "NG-2026-014", Cfp, Sanne, Maya, "The source is at risk");
        Story<RevocationNotice, IRevocationFact>.Given(told).When(n => AcknowledgeRevocation.Decide(By(Sanne), n)).Then(new RevocationAcknowledged(Sanne));
        Story<RevocationNotice, IRevocationFact>.Given(told).When(n => AcknowledgeRevocation.Decide(By(Maya), n)).ThenRefused(AcknowledgeRevocation.NotYours);
        Story<RevocationNotice, IRevocationFact>.Given(told, new RevocationAcknowledged(Sanne)).When(n => AcknowledgeRevocation.Decide(By(Sanne), n)).ThenNothing();
        Assert.Equal((Items<OfficerId>)[Maya, Sanne], RevocationNotice.LabelOf(told).Readers);
    }

    private static Story<Release, IReleaseFact> Given(params IReleaseFact[] facts) => Story<Release, IReleaseFact>.Given(facts);
}
