using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Cases;

/// <summary>Finding cases, and counting them.</summary>
public static class CaseQueries
{
    /// <summary>One case, now or as it was recorded at a time and the caller could read it then.</summary>
    public static Task<CaseRow?> Case(CaseId id, DateTimeOffset? asOf, IReader reader, CancellationToken cancel) =>
        reader.Record(CaseRow.View, id.Value, asOf, cancel);

    /// <summary>The case people call by this number, of the given agency when several have it.</summary>
    public static async Task<CaseRow?> CaseByNumber(string number, string? agency, IReader reader, CancellationToken cancel)
    {
        var tests = new List<Condition> { new Condition.Test(CaseRow.View["number"], Operator.Eq, number) };
        if (agency is not null)
            tests.Add(new Condition.Test(CaseRow.View["leadAgency"], Operator.Eq, agency));
        var page = await reader.Page<CaseRow>(new Condition.And(tests), null, null, new PageArgs(1, null, null, null), cancel);
        return page.Rows is [var first, ..] ? first : null;
    }

    /// <summary>The cases the caller may see.</summary>
    /// <param name="inactiveForDays">Only cases without recorded activity for so many days, as far as the caller can see.</param>
    /// <param name="asOf">As recorded at that time, as far as the caller could read it then.</param>
    public static Task<Page<CaseRow>> Cases(
        Where<CaseRow>? where, Order<CaseRow>? order, PageArgs page, int? inactiveForDays, DateTimeOffset? asOf,
        IReader reader, CancellationToken cancel)
    {
        Condition? idle = inactiveForDays is { } days
            ? new Condition.Test(CaseRow.View["idleDays"], Operator.Gte, Math.Clamp(days, 0, 36_500))
            : null;
        return reader.Page(idle, where, order, page, cancel, asOf);
    }

    /// <summary>How many of the cases the caller may see, by stage, agency, priority, outcome or age.</summary>
    public static Task<IReadOnlyList<Figure>> CaseFigures(CaseFigure by, Where<CaseRow>? where, IReader reader, CancellationToken cancel) =>
        reader.Figures(CaseRow.View[by switch
        {
            CaseFigure.Stage => "stage",
            CaseFigure.LeadAgency => "leadAgency",
            CaseFigure.Priority => "priority",
            CaseFigure.Outcome => "outcome",
            CaseFigure.Age => "ageBand",
            _ => throw new ArgumentOutOfRangeException(nameof(by)),
        }], where, cancel);

    /// <summary>One entry of a timeline.</summary>
    public static Loaded<EntryRow?> TimelineEntry(EntryId id, IReader reader) => reader.Load<EntryRow>(id.Value);
}

/// <summary>What cases are counted by.</summary>
public enum CaseFigure
{
    Stage,
    LeadAgency,
    Priority,
    Outcome,

    /// <summary>Days since opening: under 30, under 90, under a year, over.</summary>
    Age,
}
