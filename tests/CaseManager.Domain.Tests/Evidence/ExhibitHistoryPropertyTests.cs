using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using CsCheck;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Evidence;

/// <summary>What must hold of an exhibit after any sequence of acts, by anybody, in any order.</summary>
public sealed class ExhibitHistoryPropertyTests
{
    private const int Acts = 9;
    private static readonly OfficerId[] People = [Maya, Theo, Jules];

    // Acts that hand over come more often, and every other time by whoever's turn it is, or few histories would get far.
    private static readonly Gen<(int Act, int Choice, int Who, int Hours)[]> Steps =
        Gen.Select(Gen.Int[0, Acts], Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 20]).Array[1, 40];

    [Fact]
    public void Any_history_has_one_holder_at_every_instant()
    {
        var handedOver = 0;
        var overdue = 0;
        Steps.Sample(
            steps =>
            {
                var facts = new List<IExhibitFact> { Past.Seized };
                var now = Noon;
                foreach (var step in steps)
                {
                    now = now.AddHours(step.Hours);
                    var before = Past.Of([.. facts]);
                    var by = By(step.Who < 3 ? People[step.Who] : before.Offered?.To ?? before.Holder, now);
                    var decision = Act(step.Act, step.Choice, by, before);
                    Assert.True(decision.Refusal is null || decision.Facts.Count == 0);
                    facts.AddRange(decision.Facts);

                    var after = Past.Of([.. facts]);
                    Assert.Empty(decision.Refusal is null ? Act(step.Act, step.Choice, by, after).Facts : []);
                    Assert.NotEqual(after.Holder, after.Offered?.To);
                    Assert.Equal(!facts.OfType<CustodyTransferAccepted>().Any(), after.Provisional);
                    Assert.True(after.HeldSince >= before.HeldSince && after.HeldSince <= now);
                }
                AssertOneHolder(facts, now);
                AssertHandshakes(facts);
                Interlocked.Add(ref handedOver, facts.OfType<CustodyTransferAccepted>().Count());
                Interlocked.Add(ref overdue, facts.OfType<CustodyTransferFellOverdue>().Count());
            },
            iter: Scale.Of(2_000));

        // A property of hand-overs says nothing where none took place.
        Assert.True(handedOver > 1_000 && overdue > 100, $"handed over {handedOver}, overdue {overdue}");
    }

    private static Decision<IExhibitFact> Act(int act, int choice, Acting by, Exhibit item) => act switch
    {
        0 => CorrectDescription.Decide(by, new CorrectDescription($"Description {choice}", "r"), item),
        1 => ResealExhibit.Decide(by, new ResealExhibit($"S-{choice}", "r"), item),
        2 => RefuseCustodyTransfer.Decide(by, new RefuseCustodyTransfer("r", null), item),
        3 => WithdrawCustodyTransfer.Decide(by, new WithdrawCustodyTransfer("r"), item),
        4 => MarkTransferOverdue.Decide(by, new MarkTransferOverdue(item.Transfers), item),
        5 or 6 => AcceptCustodyTransfer.Decide(by, new AcceptCustodyTransfer(Read(item, choice), choice % 3 == 0 ? null : by.At.AddHours(-choice * 3), null), item),
        _ => OfferCustodyTransfer.Decide(by, new OfferCustodyTransfer(People[choice % 3], Read(item, choice), "r", choice < 3 ? null : by.At.AddHours(choice)), item),
    };

    private static string Read(Exhibit item, int choice) => choice == 5 ? "Another seal" : item.Seal.Text;

    // From the facts alone, so that a fault in folding cannot hide it: spells that follow one another without a gap, each of one officer.
    private static void AssertOneHolder(List<IExhibitFact> facts, DateTimeOffset until)
    {
        var spells = new List<(OfficerId Who, DateTimeOffset From)> { (Past.Seized.TakenBy, Past.Seized.Occurrence.From) };
        spells.AddRange(facts.OfType<CustodyTransferAccepted>().Select(a => (a.By, a.HandedOverAt)));
        Assert.All(spells.Zip(spells.Skip(1)), pair => Assert.True(pair.First.From <= pair.Second.From && pair.First.Who != pair.Second.Who));
        Assert.True(spells[^1].From <= until);
        Assert.Equal(spells[^1].Who, Past.Of([.. facts]).Holder);
    }

    private static void AssertHandshakes(List<IExhibitFact> facts)
    {
        CustodyTransferOffered? open = null;
        var holder = Past.Seized.TakenBy;
        foreach (var fact in facts)
        {
            switch (fact)
            {
                case CustodyTransferOffered offered:
                    Assert.Null(open);
                    Assert.Equal(holder, offered.From);
                    open = offered;
                    break;
                case CustodyTransferAccepted accepted:
                    Assert.Equal((open!.Transfer, open.To, open.Seal), (accepted.Transfer, accepted.By, accepted.SealSeen));
                    (holder, open) = (accepted.By, null);
                    break;
                case CustodyTransferRefused refused:
                    Assert.Equal((open!.Transfer, open.To), (refused.Transfer, refused.By));
                    open = null;
                    break;
                case CustodyTransferWithdrawn withdrawn:
                    Assert.Equal((open!.Transfer, open.From), (withdrawn.Transfer, withdrawn.By));
                    open = null;
                    break;
                case CustodyTransferFellOverdue fell:
                    Assert.Equal(open!.Transfer, fell.Transfer);
                    break;
            }
        }
    }
}
