using System.Collections.Concurrent;
using CaseManager.Domain.Access;
using CaseManager.Domain.Interests;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Searching;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Interests;

/// <summary>Finds cases that match interests, and has those told who lead them. For the product itself: no answer to anybody waits for it.</summary>
public sealed class InterestMatching(Lookout lookout, PastReading past, Labels labels, Ledger ledger)
{
    private static readonly string[] Types = ["Case", "TimelineEntry", "Exhibit"];

    // What is told already: what changed of late is looked at again and again.
    private readonly ConcurrentDictionary<Guid, bool> _told = new();

    /// <param name="only">One interest; all that hold when null.</param>
    /// <param name="since">Only cases where something changed since.</param>
    /// <returns>When it began, by the database's clock.</returns>
    public async Task<DateTimeOffset> Look(Guid? only, DateTimeOffset? since, CancellationToken cancel)
    {
        var began = await lookout.Now(cancel);
        var open = (await lookout.Open(cancel)).Where(i => only is null || i.Key == only).ToDictionary(i => i.Key);
        var parts = open.Values.Select(i => (i.Key, Words.Parts(i.Words))).ToList();
        var readers = new Dictionary<int, IReadOnlyDictionary<OfficerId, Items<Role>>>();
        var all = await lookout.Find(parts, Types, since, cancel);
        var now = all.Count > 0 ? await lookout.Now(cancel) : began;
        foreach (var found in all.GroupBy(s => (s.Key, s.Case)).Where(f => !_told.ContainsKey(InterestMatchRow.KeyOf(new InterestId(f.Key.Key), f.Key.Case))))
        {
            var byPart = found.ToLookup(s => s.Part);
            if (byPart.Count < Words.Parts(open[found.Key.Key].Words).Count)
                continue;
            foreach (var label in found.Select(s => s.Label).Where(label => !readers.ContainsKey(label)))
                readers[label] = await past.Readers(await labels.Of(label, cancel), now, cancel);
            await Tell(open[found.Key.Key], found.Key.Case, byPart, readers, cancel);
        }
        return began;
    }

    private async Task Tell(
        StandingSearch interest, CaseId onCase, ILookup<int, Sighted> byPart, Dictionary<int, IReadOnlyDictionary<OfficerId, Items<Role>>> readers, CancellationToken cancel)
    {
        // What the asker can read is not news to them.
        if (byPart.All(part => part.Any(s => readers[s.Label].ContainsKey(interest.Officer))))
            return;
        var leads = byPart.SelectMany(part => part).SelectMany(s => readers[s.Label]).Where(r => r.Value.Any(Leads) && r.Key != interest.Officer).Select(r => r.Key).ToHashSet();
        var told = leads.Where(officer => byPart.All(part => part.Any(s => readers[s.Label].ContainsKey(officer)))).OrderBy(officer => officer.Value).ToList();
        if (told.Count == 0)
            return;
        // Of each part the record that most of them may read: who may read all of these is told.
        var shown = byPart.Select(part => part.OrderByDescending(s => told.Count(readers[s.Label].ContainsKey)).ThenBy(s => s.Record).First()).ToList();
        if (!told.Any(officer => shown.All(s => readers[s.Label].ContainsKey(officer))))
            shown = [.. byPart.Select(part => part.First(s => readers[s.Label].ContainsKey(told[0])))];
        var under = new List<Label>();
        foreach (var record in shown)
            under.Add(await labels.Of(record.Label, cancel));
        await Record(new InterestId(interest.Key), onCase, shown, MatchInterest.LabelOf(under, told.Where(o => shown.All(s => readers[s.Label].ContainsKey(o)))), cancel);
    }

    private async Task Record(InterestId interest, CaseId onCase, List<Sighted> shown, Label label, CancellationToken cancel)
    {
        var match = InterestMatchRow.KeyOf(interest, onCase);
        var command = new MatchInterest(
            interest, onCase, label.TaskForce, [.. shown.Where(s => s.Type == "TimelineEntry").Select(s => new EntryId(s.Record)).Distinct()],
            [.. shown.Where(s => s.Type == "Exhibit").Select(s => new ExhibitId(s.Record)).Distinct()]);
        // Without a key: the stream itself tells a repeat.
        var intent = new Intent(Kernel.Caller.System, null, [], match.ToString(), interest.Value.ToString());
        await ledger.Act(intent, new Undertaking(match, null, [interest.Value], [], ground =>
            ground.State<Interest, IInterestFact>(interest.Value) is { } asked
                ? Deed.Of(match, MatchInterest.Decide(ground.By, command, asked, ground.State<InterestMatch, IInterestMatchFact>(match)), label)
                : Deed.Nothing), cancel);
        _told[match] = true;
    }

    private static bool Leads(Role role) => Permissions.Allows(role, Permission.GiveCaseGrant);
}
