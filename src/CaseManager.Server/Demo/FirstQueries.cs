using CaseManager.Server.Hosting;

namespace CaseManager.Server.Demo;

/// <summary>What a newcomer pastes first; each is answered by the demo world.</summary>
internal static class FirstQueries
{
    public static IReadOnlyList<StartBanner.Query> All { get; } =
    [
        new("The newest events on a case's timeline", "maya.roy", """
            { caseByNumber(number: "NG-2026-014") { title stage timeline(first: 5) { totalCount nodes { occurredAt occurredSaid text tags } } } }
            """),
        new("What the unit has, by stage", "jules.bedard", """
            { caseFigures(by: STAGE) { key count } }
            """),
        new("Not on the case: the same answer as for a case that does not exist", "a.novak", """
            { caseByNumber(number: "NG-2026-014") { title } }
            """),
    ];
}
