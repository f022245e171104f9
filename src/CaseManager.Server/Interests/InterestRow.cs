using CaseManager.Domain.Interests;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Searching;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Interests;

/// <summary>What an officer looks out for. Nothing here says whether there is anything.</summary>
/// <param name="Words">Parts between commas; a case matches in which each part is found.</param>
/// <param name="Purpose">Why: shown, with the words, to those whose case matches.</param>
/// <param name="Until">First moment it no longer holds.</param>
public sealed record InterestRow(
    InterestId Id, long Version, [property: Hidden] int Label, DateTimeOffset ChangedAt, OfficerId Officer, string Words, string Purpose,
    DateTimeOffset DeclaredAt, DateTimeOffset Until, DateTimeOffset? WithdrawnAt) : IRow
{
    public static View<InterestRow> View { get; } = new("interest")
    {
        Indexes = ["index on (officer, declared_at)", "index on (until) where withdrawn_at is null"],
        Computed =
        [
            new Column("open", "(t.withdrawn_at is null and t.until > now())", ColumnKind.Flag, typeof(bool), Nullable: false, Filterable: true, Sortable: false) { Computed = true },
        ],
        DefaultOrder = [("declaredAt", true)],
    };

    public static Projected<IInterestFact, InterestRow> Projection { get; } = new(View, Evolve);

    /// <summary>For the kernel's lookout: those that hold.</summary>
    public static StandingSearches Standing { get; } = new("select id, officer, words from rm.interest where withdrawn_at is null and until > clock_timestamp() order by declared_at, id");

    [Hidden]
    public Guid Key => Id.Value;

    private static InterestRow Evolve(InterestRow? row, StoredFact<IInterestFact> stored)
    {
        var next = stored.Fact switch
        {
            InterestDeclared e => new InterestRow(new InterestId(stored.Stream), 0, 0, default, e.Officer, e.Words, e.Purpose, stored.RecordedAt, e.Until, null),
            InterestWithdrawn => row! with { WithdrawnAt = stored.RecordedAt },
            _ => row!,
        };
        return next with { Version = stored.Version, Label = stored.Label, ChangedAt = stored.RecordedAt };
    }
}
