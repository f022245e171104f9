using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Interests;

/// <summary>Puts on record that a case matches an interest: once for each case, however often it is found.</summary>
public sealed record MatchInterest(InterestId Interest, CaseId Case, TaskForceId? TaskForce, Items<EntryId> Entries, Items<ExhibitId> Exhibits)
{
    public static Decision<IInterestMatchFact> Decide(Acting by, MatchInterest command, Interest interest, InterestMatch? match) =>
        match is not null || !interest.OpenAt(by.At)
            ? Decision<IInterestMatchFact>.Nothing
            : Decision<IInterestMatchFact>.Accept(new InterestMatched(
                command.Interest, interest.Officer, interest.Agency, interest.Words, interest.Purpose, interest.Until, command.Case, command.TaskForce,
                command.Entries, command.Exhibits));

    /// <summary>For those who lead the case and may read all in which the words were found, for as long as they may.</summary>
    /// <param name="found">Labels of the records in which the words were found, those of one case.</param>
    public static Label LabelOf(IReadOnlyList<Label> found, IEnumerable<OfficerId> leading)
    {
        var named = new Label(found[0].Originator, Tlp.Red, found[0].Case, found[0].TaskForce, [.. leading]);
        return found.Aggregate(named.InOrder(), (all, label) => all.Join(label));
    }
}
