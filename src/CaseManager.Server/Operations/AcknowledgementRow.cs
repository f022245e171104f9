using System.Globalization;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Operations;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Operations;

/// <summary>One site's acknowledgement of one order.</summary>
public readonly record struct AcknowledgementId(Guid Value) : IId<AcknowledgementId>
{
    public static AcknowledgementId Of(Guid value) => new(value);

    public static AcknowledgementId Of(SiteId site, int order) =>
        new(NameId.For("acknowledgement", string.Create(CultureInfo.InvariantCulture, $"{site.Value:N}|{order}")));
}

/// <summary>That a go, hold or abort is known to have arrived at a site.</summary>
/// <param name="Order">The number of the decision.</param>
/// <param name="Site">The site's number within the operation.</param>
/// <param name="Seconds">From the order to the acknowledgement.</param>
public sealed record AcknowledgementRow(
    AcknowledgementId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, OperationId Operation, int Order, DecisionKind Kind,
    string Site, DateTimeOffset OrderedAt, DateTimeOffset AcknowledgedAt, int Seconds) : IRow
{
    public static View<AcknowledgementRow> View { get; } = new("acknowledgement")
    {
        Indexes = ["index on (operation, \"order\")"],
        DefaultOrder = [("acknowledgedAt", false)],
    };

    public static Projected<IAcknowledgementFact, AcknowledgementRow> Projection { get; } = new(View, (_, stored) =>
    {
        var given = (OrderAcknowledged)stored.Fact;
        return new AcknowledgementRow(
            new AcknowledgementId(stored.Stream), stored.Version, stored.Label, stored.RecordedAt, given.Operation, given.Order, given.Kind, given.Site,
            given.OrderedAt, stored.RecordedAt, Math.Max(0, (int)(stored.RecordedAt - given.OrderedAt).TotalSeconds));
    });

    [Hidden]
    public Guid Key => Id.Value;
}
