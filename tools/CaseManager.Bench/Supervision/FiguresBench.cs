using CaseManager.Bench.Acts;
using CaseManager.Bench.Measuring;
using CaseManager.Bench.Pages;
using CaseManager.Bench.World;

namespace CaseManager.Bench.Supervision;

/// <summary>What a supervisor of the whole task force asks: figures, overdue lists, lists with filter, order and total. Each beside a page of a timeline.</summary>
internal static class FiguresBench
{
    private const string Page = "timeline page of 50";

    private static readonly (string Name, string Query)[] _asked =
    [
        ("cases-by-stage", "{ caseFigures(by: STAGE) { key count } }"),
        ("cases-by-agency", "{ caseFigures(by: LEAD_AGENCY) { key count } }"),
        ("cases-by-age", "{ caseFigures(by: AGE) { key count } }"),
        ("exhibits-by-status", "{ exhibitFigures(by: STATUS) { key count } }"),
        ("exhibits-by-agency", "{ exhibitFigures(by: HOLDER_AGENCY) { key count } }"),
        ("exhibits-by-age", "{ exhibitFigures(by: AGE) { key count } }"),
        ("tasks-by-status", "{ taskFigures(by: STATUS) { key count } }"),
        ("workloads", "{ workloads { officer { id } open overdue } }"),
        ("exhibits-overdue", "{ exhibits(first: 50, where: { overdue: { eq: true } }) { totalCount nodes { id number due } } }"),
        ("exhibits-in-transit", "{ exhibits(first: 50, inTransitForHours: 24) { totalCount nodes { id number due } } }"),
        ("tasks-overdue", "{ tasks(first: 50, where: { overdue: { eq: true } }) { totalCount nodes { id title due } } }"),
        ("cases-in-stage", "{ cases(first: 50, where: { stage: { eq: INVESTIGATION } }, order: [{ priority: DESC }]) { totalCount nodes { id number title stage priority } } }"),
        ("cases-by-activity", "{ cases(first: 50, order: [{ lastActivityAt: DESC }]) { totalCount nodes { id number title } } }"),
        ("cases-inactive", "{ cases(first: 50, inactiveForDays: 30) { totalCount nodes { id number title } } }"),
        ("exhibits-filtered", "{ exhibits(first: 50, where: { kind: { in: [CASH, WEAPON] } }, order: [{ number: ASC }]) { totalCount nodes { id number kind } } }"),
        ("exhibits-latest", "{ exhibits(first: 50) { totalCount nodes { id number kind } } }"),
        ("inbox", "{ inbox(first: 50) { totalCount nodes { kind } } }"),
    ];

    public static async Task Run(BenchHost host, Rounds rounds)
    {
        using var officer = new WireClient(host.Port, host.Token(People.Desk(Desks.LeadOf(0))));
        using var supervisor = new WireClient(host.Port, host.Token(People.Supervisor));
        var page = Asking.TimelinePage(officer, 0, 50);
        var variants = _asked.Select(q => (q.Name, Asking: new Asking(supervisor, q.Query, "\"data\":{"))).Select(q => new Variant(q.Name, _ => q.Asking.Once()));
        var result = await rounds.Run(1, [new Variant(Page, _ => page.Once()), .. variants]);
        result.Print("What a supervisor asks");
        foreach (var (name, _) in _asked)
        {
            Figures.Add($"figures.{name}", ("ms", result.Time(name)), ("page-times", result.TimeRatio(name, Page).Median),
                ("cpu-page-times", result.CpuRatio(name, Page).Median));
        }
    }
}
