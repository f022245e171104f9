using CaseManager.Domain.Evidence;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;

namespace CaseManager.Bench.World;

/// <summary>Exhibits and their custody: chains of one to four hand-overs as a rule, some of none, a few of thirty and more.</summary>
internal static class ExhibitTales
{
    /// <summary>The exhibit with the longest chain, of the first case.</summary>
    public const int Longest = 0;
    public const int LongestChain = 45;

    private static readonly TimeSpan Between = TimeSpan.FromHours(8);

    public static ExhibitId Id(int c, int number) => new(NameId.For("bench-exhibit", $"{c}|{number}"));

    /// <summary>When the exhibit was seized.</summary>
    public static DateTimeOffset SeizedAt(int c, int number) => Seeded.Opened(c).AddMinutes(90L * number);

    public static IEnumerable<Stream> Of(int c, int count)
    {
        var under = new CaseBrief(Seeded.Case(c), Seeded.NumberOf(c).Text, Seeded.LabelOf(c), null);
        Person[] hands = Seeded.CustodianOf(c) is { } custodian ? [.. Seeded.Team(c), custodian] : Seeded.Team(c);
        for (var x = 0; x < count; x++)
            yield return One(c, x, under, hands);
    }

    private static Stream One(int c, int x, CaseBrief under, Person[] hands)
    {
        var tale = new Tale<Exhibit, IExhibitFact>(Id(c, x).Value, under.Label);
        var (holder, at) = (hands[x % hands.Length], SeizedAt(c, x));
        tale.Add(holder.At(at), SeizeExhibit.Decide(holder.At(at), Seizure(c, x, holder, at), under));
        var links = LinksOf(c, x);
        for (var link = 0; link < links; link++)
        {
            var to = hands[(Array.IndexOf(hands, holder) + 1 + link % (hands.Length - 1)) % hands.Length];
            at += Between;
            tale.Add(holder.At(at), OfferCustodyTransfer.Decide(
                holder.At(at), new OfferCustodyTransfer(to.Id, tale.State!.Seal.Text, "For examination", null), tale.State!));
            holder = Answered(tale, holder, to, at.AddHours(2), last: link == links - 1, Skew.Roll(100, c * 1000 + x, link, 2));
        }
        return tale.Stream;
    }

    // Who holds it then. One in twelve is refused, one in thirty taken back; of the last offers one in fourteen waits still, half of them too long.
    private static Person Answered(Tale<Exhibit, IExhibitFact> tale, Person from, Person to, DateTimeOffset at, bool last, int chance)
    {
        if (last && chance >= 93)
        {
            if (chance % 2 == 0)
                tale.Add(Acting.System(tale.State!.Offered!.Due), MarkTransferOverdue.Decide(Acting.System(tale.State.Offered.Due), new MarkTransferOverdue(tale.State.Transfers), tale.State));
            return from;
        }
        if (chance < 8)
        {
            tale.Add(to.At(at), RefuseCustodyTransfer.Decide(to.At(at), new RefuseCustodyTransfer("Nobody at the desk", null), tale.State!));
            return from;
        }
        if (chance < 11)
        {
            tale.Add(from.At(at), WithdrawCustodyTransfer.Decide(from.At(at), new WithdrawCustodyTransfer("Wrong laboratory"), tale.State!));
            return from;
        }
        tale.Add(to.At(at), AcceptCustodyTransfer.Decide(to.At(at), new AcceptCustodyTransfer(tale.State!.Seal.Text, at.AddMinutes(chance < 20 ? -90 : -5), null), tale.State!));
        return to;
    }

    private static int LinksOf(int c, int x) => (c, x) == (0, Longest) ? LongestChain : Skew.Roll(200, c, x, 1) switch
    {
        < 30 => 0,
        < 90 => 1,
        < 140 => 2,
        < 170 => 3,
        < 190 => 4,
        < 198 => 5 + Skew.Roll(6, c, x),
        _ => 30 + Skew.Roll(12, c, x),
    };

    private static SeizeExhibit Seizure(int c, int x, Person by, DateTimeOffset at) => new(
        Id(c, x), null, x + 1, 0, (ExhibitKind)Skew.Roll(10, c, x), $"Carton {x} with papers and a telephone, found behind the desk", by.Id,
        new SeizurePlace("Warehouse at the harbour, office on the first floor", x % 3 == 0 ? new Coordinates(45.5m, -73.6m) : null),
        new OccurrenceGiven("America/Toronto", At: Moment.At(at.AddMinutes(-20))), new Authority(AuthorityKind.SearchWarrant, $"W-{c}"), $"S-{c}-{x}", MarkingGiven.AsCase);
}
