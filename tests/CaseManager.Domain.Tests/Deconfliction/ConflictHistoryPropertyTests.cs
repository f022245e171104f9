using CaseManager.Domain.Deconfliction;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using CsCheck;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Deconfliction;

/// <summary>What must hold of two events and their conflict after any sequence of acts, by either side, told sooner or later.</summary>
public sealed class ConflictHistoryPropertyTests
{
    private static readonly Gen<(int Act, int Choice, bool Ours)[]> Steps = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 3], Gen.Bool).Array[1, 40];

    [Fact]
    public void Any_history_keeps_the_law_of_conflicts()
    {
        var (settled, revealed) = (0, 0);
        Steps.Sample(
            steps =>
            {
                var events = new List<IDeconflictionEventFact>[] { [Planned.Entry], [Planned.Source] };
                var pair = new List<IConflictPairFact>();
                var sides = new List<IConflictFact>[] { [], [] };
                foreach (var (act, choice, ours) in steps)
                {
                    var (by, side, mine) = ours ? (By(Maya), Planned.OurSide, 0) : (By(Theo), Planned.TheirSide, 1);
                    var onEvent = OnEvent(act, choice, by, Planned.Of([.. events[mine]]));
                    events[mine].AddRange(onEvent.Facts);
                    Assert.Empty(OnEvent(act, choice, by, Planned.Of([.. events[mine]])).Facts);
                    pair.AddRange(Compared(events, pair).Facts);
                    Assert.Empty(Compared(events, pair).Facts);
                    if (Fold.Of<ConflictPair, IConflictPairFact>(pair) is not { } before)
                        continue;

                    var decided = OnPair(act, choice, by, side, before);
                    Assert.True(decided.Refusal is null || decided.Facts.Count == 0);
                    pair.AddRange(decided.Facts);
                    var after = Fold.Of<ConflictPair, IConflictPairFact>(pair)!;
                    Assert.Empty(OnPair(act, choice, by, side, after).Facts);
                    // Who acts is told at once, the other side only now and then.
                    Tell(after, side, sides[mine], events[1 - mine]);
                    if (choice > 1)
                        Tell(after, ours ? Planned.TheirSide : Planned.OurSide, sides[1 - mine], events[mine]);
                }
                if (Fold.Of<ConflictPair, IConflictPairFact>(pair) is not { } end)
                    return;
                Tell(end, Planned.OurSide, sides[0], events[1]);
                Tell(end, Planned.TheirSide, sides[1], events[0]);
                foreach (var told in sides.Select(s => Fold.Of<Conflict, IConflictFact>(s)!))
                {
                    Assert.Equal(end.Overlap, told.Overlap);
                    Assert.Equal(end.Proposal?.Resolution, told.Proposed?.Resolution);
                    Assert.Equal(end.Proposal?.SignedBy is not null, told.Resolved is not null);
                }
                // Whom nobody agreed to name is in nothing that the other side is told.
                if (!pair.OfType<PairRevealAgreed>().Any())
                    Assert.All(sides.SelectMany(s => s).OfType<ConflictResolved>(), r => Assert.Null(r.There));
                Interlocked.Add(ref settled, end.Proposal?.SignedBy is null ? 0 : 1);
                Interlocked.Add(ref revealed, end.Told ? 1 : 0);
            },
            iter: Scale.Of(2_000));
        Assert.True(settled > 50 && revealed > 50, $"settled {settled}, revealed {revealed}");
    }

    private static Decision<IDeconflictionEventFact> OnEvent(int act, int choice, Acting by, DeconflictionEvent state) => act switch
    {
        0 => MoveDeconflictionEvent.Decide(by, new MoveDeconflictionEvent(Planned.Given(north: 0.002m * choice), "r"), state),
        1 when choice == 0 => CloseDeconflictionEvent.Decide(new CloseDeconflictionEvent(DeconflictionEnd.Done, "r"), state),
        2 => RecordComparison.Decide(new RecordComparison(state.Moves, choice), state),
        _ => Decision<IDeconflictionEventFact>.Nothing,
    };

    private static Decision<IConflictPairFact> OnPair(int act, int choice, Acting by, ConflictId side, ConflictPair pair) => act switch
    {
        3 => ConsentToReveal.Decide(by, new ConsentToReveal($"Text {choice}", [by.Officer]), side, pair),
        4 => WithdrawConsent.Decide(by, side, pair),
        5 => ProposeResolution.Decide(by, new ProposeResolution((ConflictResolution)choice), side, pair),
        6 => SignResolution.Decide(by, new SignResolution(pair.Proposal?.Resolution ?? ConflictResolution.Joint), side, pair),
        _ => Decision<IConflictPairFact>.Nothing,
    };

    private static Decision<IConflictPairFact> Compared(List<IDeconflictionEventFact>[] events, List<IConflictPairFact> pair) =>
        PairEvents.Decide(Planned.Both, Planned.Of([.. events[0]]), Planned.Of([.. events[1]]), Fold.Of<ConflictPair, IConflictPairFact>(pair));

    private static void Tell(ConflictPair pair, ConflictId side, List<IConflictFact> told, List<IDeconflictionEventFact> across)
    {
        told.AddRange(TellSide.Found(Planned.Pair, pair, side, Fold.Of<Conflict, IConflictFact>(told), Planned.Of([.. across])).Facts);
        // What stood before the first telling follows with the next.
        told.AddRange(TellSide.Decide(pair, side, Fold.Of<Conflict, IConflictFact>(told)!).Facts);
        Assert.Empty(TellSide.Decide(pair, side, Fold.Of<Conflict, IConflictFact>(told)!).Facts);
    }
}
