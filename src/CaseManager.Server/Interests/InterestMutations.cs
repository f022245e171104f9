using CaseManager.Domain.Access;
using CaseManager.Domain.Interests;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Interests;

/// <summary>Looking out for something without learning what there is, and answering those who do.</summary>
public static class InterestMutations
{
    private static readonly Refusal TooMany = new("interest.too-many", "You have as many open interests as one may have: withdraw one first.");

    /// <summary>
    /// Says in general terms what the caller looks out for. Those who lead a case that matches are told, with words, purpose and asker; the
    /// caller is not, and hears of it only if one of them answers. For officers with a role in a task force, 20 open ones at most.
    /// </summary>
    [Returns<InterestRow>("interest")]
    public static async Task<Acted> DeclareInterest(DeclareInterestInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        // It bounds a list and nobody's right: two declared at one moment may pass it.
        if (await HasMany(intent, reader, cancel))
            return TooMany;
        var id = Guid.NewGuid();
        var command = new DeclareInterest(input.Words, input.Purpose, input.Until);
        return await ledger.Act(intent, new Undertaking(id, null, [], [], ground =>
            ground.Rights is { } rights && !AccessLaw.MayDeclareInterest(rights, ground.By.At)
                ? Grounds.NotPermitted
                : Deed.Of(id, Domain.Interests.DeclareInterest.Decide(ground.By, command), Interest.LabelOf(ground.By))), cancel);
    }

    /// <summary>Looks out for it no longer. Who was told of it keeps what they were told.</summary>
    [Returns<InterestRow>("interest")]
    public static Task<Acted> WithdrawInterest(WithdrawInterestInput input, Intent intent, Ledger ledger, CancellationToken cancel) =>
        ledger.Act(intent, new Undertaking(input.Interest.Value, null, [], [], ground =>
            ground.Unknown(input.Interest.Value) is { } unknown
                ? unknown
                : Deed.Of(
                    input.Interest.Value,
                    Domain.Interests.WithdrawInterest.Decide(ground.By, new WithdrawInterest(input.Reason), ground.State<Interest, IInterestFact>(input.Interest.Value)!),
                    ground.LabelOf(input.Interest.Value)!, input.Reason)), cancel);

    /// <summary>Answers an interest that matches a case the caller leads. With a contact the asker is told, and with nothing else; rights are given by other acts.</summary>
    [Returns<InterestMatchRow>("interestMatch")]
    public static async Task<Acted> AnswerInterest(AnswerInterestInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        var command = new AnswerInterest(input.Answer, input.Message);
        var (match, contact) = (input.Match.Value, InterestContactRow.KeyOf(input.Match));
        // An interest is not the answerer's to see: its stream is named by the match alone.
        var interest = (await reader.Load<InterestMatchRow>(match).Get(cancel))?.Interest.Value ?? Guid.Empty;
        return await ledger.Act(intent, new Undertaking(match, null, [interest, contact], [], ground =>
        {
            if (ground.Forbids(match, Permission.GiveCaseGrant) is { } no)
                return no;
            if (ground.State<Interest, IInterestFact>(interest) is not { } asked)
                return Refusal.Unknown;
            var matched = ground.State<InterestMatch, IInterestMatchFact>(match)!;
            var answered = Domain.Interests.AnswerInterest.Decide(ground.By, command, matched, asked);
            return Deed.Of(match, answered, ground.LabelOf(match)!)
                .And(contact, Domain.Interests.AnswerInterest.Tell(ground.By, matched, answered), InterestContact.LabelOf(ground.By, matched.Asker));
        }), cancel);
    }

    private static async Task<bool> HasMany(Intent intent, IReader reader, CancellationToken cancel)
    {
        var open = new Condition.And(
        [
            new Condition.Test(InterestRow.View["officer"], Operator.Eq, intent.Caller.Officer),
            new Condition.Test(InterestRow.View["open"], Operator.Eq, true),
        ]);
        var page = await reader.Page<InterestRow>(open, null, null, new PageArgs(0, null, null, null), cancel);
        return await page.TotalCount(cancel) >= Interest.Most;
    }
}

/// <param name="Words">At least two words of three letters or more. Parts between commas: a case matches in which each part is found, all words of a part in one record.</param>
/// <param name="Purpose">Why: shown to those whose case matches.</param>
/// <param name="Until">First moment it no longer holds; in a year at most.</param>
public sealed record DeclareInterestInput(string Words, string Purpose, DateTimeOffset Until);

public sealed record WithdrawInterestInput(InterestId Interest, string? Reason);

/// <param name="Message">What the asker is told; of a dismissal the reason, which they are not told.</param>
public sealed record AnswerInterestInput(InterestMatchId Match, InterestAnswer Answer, string Message);
