using CaseManager.Domain.Interests;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Interests;

/// <summary>What an asker was told.</summary>
public readonly record struct InterestContactId(Guid Value) : IId<InterestContactId>
{
    public static InterestContactId Of(Guid value) => new(value);
}

/// <summary>Somebody who knows something of an interest turned to the asker. What they know of, and on which case, is not said.</summary>
/// <param name="By">Who; <paramref name="Agency"/> for whom.</param>
/// <param name="Message">What they said.</param>
public sealed record InterestContactRow(
    InterestContactId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, InterestId Interest, OfficerId By, AgencyId Agency,
    string Message, DateTimeOffset At) : IRow
{
    public static View<InterestContactRow> View { get; } = new("interest_contact")
    {
        Indexes = ["index on (interest, at)"],
        DefaultOrder = [("at", true)],
    };

    public static Projected<IInterestContactFact, InterestContactRow> Projection { get; } = new(View, (_, stored) =>
    {
        var told = (AskerContacted)stored.Fact;
        return new InterestContactRow(
            new InterestContactId(stored.Stream), stored.Version, stored.Label, stored.RecordedAt, told.Interest, told.By, told.Agency, told.Message, stored.RecordedAt);
    });

    [Hidden]
    public Guid Key => Id.Value;

    /// <summary>One for each match: whoever leads its case answers once.</summary>
    internal static Guid KeyOf(InterestMatchId match) => NameId.For("interest-contact", $"{match.Value:N}");
}
