using CaseManager.Domain.Cases;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Cases;

public sealed class MarkVisitedTests
{
    private static readonly CaseVisited AtNoon = new(Halden, Maya, Noon);

    [Fact]
    public void A_visit_is_noted() =>
        Story<Visits, IVisitFact>.Given().When(visits => MarkVisited.Decide(By(Maya), new MarkVisited(Halden), visits)).Then(AtNoon);

    [Fact]
    public void A_later_visit_is_another_one() =>
        Story<Visits, IVisitFact>.Given(AtNoon)
            .When(visits => MarkVisited.Decide(By(Maya, Noon.AddHours(1)), new MarkVisited(Halden), visits))
            .Then(AtNoon with { At = Noon.AddHours(1) });

    [Fact]
    public void A_repeat_at_once_is_the_same_visit() =>
        Story<Visits, IVisitFact>.Given(AtNoon)
            .When(visits => MarkVisited.Decide(By(Maya, Noon.AddMilliseconds(900)), new MarkVisited(Halden), visits))
            .ThenNothing();
}
