using CaseManager.Domain.Interests;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Interests;

/// <summary>An interest and a case that matches it.</summary>
public readonly record struct InterestMatchId(Guid Value) : IId<InterestMatchId>
{
    public static InterestMatchId Of(Guid value) => new(value);
}

/// <summary>That an interest matches a case, as those see it who lead the case. The asker does not.</summary>
/// <param name="Asker">Who declared the interest; <paramref name="AskerAgency"/> for whom.</param>
/// <param name="Words">What they look out for; <paramref name="Purpose"/> why.</param>
/// <param name="Until">First moment at which they no longer do; they may withdraw it before.</param>
/// <param name="Entries">In which entries the words were found; <paramref name="Exhibits"/> in which exhibits. None of both: in the case itself.</param>
/// <param name="FoundAt">When the match was found.</param>
/// <param name="Answer">Absent: nobody has answered yet.</param>
/// <param name="Said">What the asker was told, or why they were not.</param>
public sealed record InterestMatchRow(
    InterestMatchId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, OfficerId Asker, AgencyId AskerAgency, string Words,
    string Purpose, DateTimeOffset Until, CaseId Case, TaskForceId? TaskForce, Items<EntryId> Entries, Items<ExhibitId> Exhibits, DateTimeOffset FoundAt,
    InterestAnswer? Answer, OfficerId? AnsweredBy, DateTimeOffset? AnsweredAt, string? Said, [property: Hidden] InterestId Interest) : IRow
{
    public static View<InterestMatchRow> View { get; } = new("interest_match")
    {
        Indexes = ["index on (\"case\", found_at)", "index on (until) where answer is null"],
        DefaultOrder = [("foundAt", true)],
    };

    public static Projected<IInterestMatchFact, InterestMatchRow> Projection { get; } = new(View, Evolve);

    [Hidden]
    public Guid Key => Id.Value;

    /// <summary>One stream for each interest and case.</summary>
    internal static Guid KeyOf(InterestId interest, CaseId onCase) => NameId.For("interest-match", $"{interest.Value:N}|{onCase.Value:N}");

    private static InterestMatchRow Evolve(InterestMatchRow? row, StoredFact<IInterestMatchFact> stored)
    {
        var next = stored.Fact switch
        {
            InterestMatched e => new InterestMatchRow(
                new InterestMatchId(stored.Stream), 0, 0, default, e.Asker, e.AskerAgency, e.Words, e.Purpose, e.Until, e.Case, e.TaskForce, e.Entries,
                e.Exhibits, stored.RecordedAt, null, null, null, null, e.Interest),
            InterestDismissed e => Answered(row!, InterestAnswer.Dismiss, e.Reason, stored),
            InterestContacted e => Answered(row!, InterestAnswer.Contact, e.Message, stored),
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }

    private static InterestMatchRow Answered(InterestMatchRow row, InterestAnswer answer, string said, StoredFact<IInterestMatchFact> stored) =>
        row with { Answer = answer, Said = said, AnsweredBy = stored.By, AnsweredAt = stored.RecordedAt };
}
