using CaseManager.Domain.Deconfliction;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Deconfliction;

/// <summary>What two sides do about a conflict, neither of which knows the other.</summary>
public static class ConflictMutations
{
    /// <summary>Agrees to tell the other side something. Once both have agreed, the officers whom each side named read what the other tells.</summary>
    [Returns<ConflictRow>("conflict")]
    public static Task<Acted> ConsentToReveal(ConsentToRevealInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel)
    {
        Items<OfficerId> officers = [.. input.Officers.Distinct()];
        return OnConflict(
            input.Conflict, officers, (by, side, pair) => Domain.Deconfliction.ConsentToReveal.Decide(by, new ConsentToReveal(input.Text, officers), side, pair),
            intent, ledger, reader, cancel);
    }

    /// <summary>Would tell nothing after all; possible as long as the other side has not agreed.</summary>
    [Returns<ConflictRow>("conflict")]
    public static Task<Acted> WithdrawConsent(WithdrawConsentInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        OnConflict(input.Conflict, [], Domain.Deconfliction.WithdrawConsent.Decide, intent, ledger, reader, cancel);

    /// <summary>Proposes how the conflict is settled: it is once the other side has signed. A later proposal, by either side, takes its place.</summary>
    [Returns<ConflictRow>("conflict")]
    public static Task<Acted> ProposeResolution(ProposeResolutionInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        OnConflict(
            input.Conflict, [], (by, side, pair) => Domain.Deconfliction.ProposeResolution.Decide(by, new ProposeResolution(input.Resolution), side, pair), intent, ledger,
            reader, cancel);

    /// <summary>Signs what the other side proposed: it is settled for both.</summary>
    [Returns<ConflictRow>("conflict")]
    public static Task<Acted> SignResolution(SignResolutionInput input, Intent intent, Ledger ledger, IReader reader, CancellationToken cancel) =>
        OnConflict(
            input.Conflict, [], (by, side, pair) => Domain.Deconfliction.SignResolution.Decide(by, new SignResolution(input.Resolution), side, pair), intent, ledger,
            reader, cancel);

    private static async Task<Acted> OnConflict(
        ConflictId id, Items<OfficerId> named, Func<Acting, ConflictId, ConflictPair, Decision<IConflictPairFact>> decide, Intent intent, Ledger ledger, IReader reader,
        CancellationToken cancel)
    {
        // What stands for both sides is nobody's to see: its stream is named by the side's own record alone.
        var pair = (await reader.Load<ConflictRow>(id.Value).Get(cancel))?.Pair.Value ?? Guid.Empty;
        return await ledger.Act(intent, new Undertaking(id.Value, null, [pair, .. named.Select(o => o.Value)], [], ground =>
        {
            if (ground.Unknown(id.Value) is { } unknown)
                return unknown;
            if (ground.State<ConflictPair, IConflictPairFact>(pair) is not { } state)
                return Refusal.Unknown;
            if (Colleagues.Unknown(ground, named, "officers") is { } stranger)
                return stranger;
            var decided = decide(ground.By, id, state);
            var after = decided.Facts.Aggregate(state, ConflictPair.Evolve);
            var told = ground.State<Conflict, IConflictFact>(id.Value)!;
            return Deed.Of(pair, decided, ConflictPair.Label).And(id.Value, TellSide.Decide(after, id, told), ground.LabelOf(id.Value)!);
        }), cancel);
    }
}
