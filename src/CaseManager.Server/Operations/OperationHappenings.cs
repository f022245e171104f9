using System.Globalization;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel.Facts;

namespace CaseManager.Server.Operations;

/// <summary>What happens to an operation, as the timeline of the case that it serves tells it to those who take part.</summary>
internal static class OperationHappenings
{
    public static Happening? Of(OperationRow operation, StoredFact<IOperationFact> stored) =>
        operation.Case is { } onCase && Text(operation.Name, stored.Fact) is { } text
            ? new Happening(onCase, operation.LeadAgency, Tlp.Amber, Happening.At(stored.RecordedAt), text)
            : null;

    private static string? Text(string name, IOperationFact fact) => fact switch
    {
        OperationPlanned e => $"Operation {name} planned, H-hour {Time(e.HHour)}",
        OperationSiteAdded e => $"Operation {name}: site {e.Number} added",
        HHourMoved e => $"Operation {name}: H-hour moved from {Time(e.Was)} to {Time(e.Is)}: {e.Reason}",
        ReadinessPolicySet e => $"Operation {name}: readiness rules {e.Name} set",
        VoteCast e => $"Operation {name}: {e.Agency} voted {(e.Choice == VoteChoice.Go ? "go" : "no-go")}",
        GoDecided e => Decided(name, e.Number, "go", e.Remark),
        NoGoDecided e => Decided(name, e.Number, "no-go", e.Reason),
        OperationHeld e => Decided(name, e.Number, "hold", e.Reason),
        OperationAborted e => Decided(name, e.Number, "abort", e.Reason),
        _ => null,
    };

    private static string Decided(string name, int number, string what, string? why) =>
        string.Create(CultureInfo.InvariantCulture, $"Operation {name}: decision {number}, {what}") + (why is null ? "" : $": {why}");

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
