using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Evidence;

/// <summary>Finding exhibits, and counting them.</summary>
public static class ExhibitQueries
{
    /// <summary>One exhibit, now or as it was recorded at a time and the caller could read it then.</summary>
    public static Task<ExhibitRow?> Exhibit(ExhibitId id, DateTimeOffset? asOf, IReader reader, CancellationToken cancel) =>
        reader.Record(ExhibitRow.View, id.Value, asOf, cancel);

    /// <summary>The exhibits the caller may see, of all cases.</summary>
    /// <param name="inTransitForHours">Only those whose hand-over has waited for an answer so many hours.</param>
    /// <param name="asOf">As recorded at that time, as far as the caller could read it then.</param>
    public static Task<Page<ExhibitRow>> Exhibits(
        Where<ExhibitRow>? where, Order<ExhibitRow>? order, PageArgs page, int? inTransitForHours, DateTimeOffset? asOf,
        IReader reader, CancellationToken cancel)
    {
        Condition? waiting = inTransitForHours is { } hours
            ? new Condition.Test(ExhibitRow.View["transitHours"], Operator.Gte, Math.Clamp(hours, 0, 1_000_000))
            : null;
        return reader.Page(waiting, where, order, page, cancel, asOf);
    }

    /// <summary>How many of the exhibits the caller may see, by status, kind, provisional or not, holder's agency or age.</summary>
    public static Task<IReadOnlyList<Figure>> ExhibitFigures(ExhibitFigure by, Where<ExhibitRow>? where, IReader reader, CancellationToken cancel) =>
        reader.Figures(ExhibitRow.View[by switch
        {
            ExhibitFigure.Status => "status",
            ExhibitFigure.Kind => "kind",
            ExhibitFigure.Provisional => "provisional",
            ExhibitFigure.HolderAgency => "holderAgency",
            ExhibitFigure.Age => "ageBand",
            _ => throw new ArgumentOutOfRangeException(nameof(by)),
        }], where, cancel);
}

/// <summary>What exhibits are counted by.</summary>
public enum ExhibitFigure
{
    Status,
    Kind,

    /// <summary>Whether somebody has received it into custody: <c>true</c> while nobody has.</summary>
    Provisional,

    /// <summary>The agency of the officer who holds it.</summary>
    HolderAgency,

    /// <summary>Days since the seizure was recorded: under 30, under 90, under a year, over.</summary>
    Age,
}
