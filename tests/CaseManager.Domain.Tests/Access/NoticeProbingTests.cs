using CaseManager.Domain.Access;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Access;

public sealed class NoticeProbingTests
{
    private static readonly DateTimeOffset Since = Noon.AddMinutes(-40);
    private static readonly NoticeProbing Command = new(Theo, Ops, NorthgateForce, 20, Since);
    private static readonly ProbingNoticed Noticed = new(Theo, Ops, NorthgateForce, 20, Since, Noon);

    [Fact]
    public void Twenty_look_ups_in_vain_are_told() =>
        Story<ProbingWatch, IProbingFact>.Given().When(watch => NoticeProbing.Decide(Northgate.System(), Command, watch)).Then(Noticed);

    [Fact]
    public void Nineteen_are_not() =>
        Story<ProbingWatch, IProbingFact>.Given().When(watch => NoticeProbing.Decide(Northgate.System(), Command with { LookUps = 19 }, watch)).ThenNothing();

    [Fact]
    public void Once_told_it_is_not_told_again_within_the_hour() =>
        Story<ProbingWatch, IProbingFact>.Given(Noticed)
            .When(watch => NoticeProbing.Decide(Northgate.System(Noon.AddMinutes(59)), Command with { LookUps = 400 }, watch)).ThenNothing();

    [Fact]
    public void Who_goes_on_after_an_hour_is_told_of_again() =>
        Story<ProbingWatch, IProbingFact>.Given(Noticed)
            .When(watch => NoticeProbing.Decide(Northgate.System(Noon.AddMinutes(60)), Command with { LookUps = 25 }, watch))
            .Then(Noticed with { LookUps = 25, At = Noon.AddMinutes(60) });
}
