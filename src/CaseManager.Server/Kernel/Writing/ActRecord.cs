using System.Text.Json;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Kernel.Wire;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Server.Kernel.Writing;

/// <summary>Says all that an act leaves behind: facts with their metadata, epochs, command row, views, messages.</summary>
public sealed class ActRecord(FactCatalog catalog, Labels labels, FactAppend append)
{
    private readonly ViewRows[] _views = [.. catalog.Projections.Select(p => new ViewRows(p))];
    private readonly ToldRows[] _told = [.. catalog.Tellings.Select(t => new ToldRows(t))];

    public IReadOnlyList<IProjected> Projections => catalog.Projections;

    internal async Task<ActWrites> Of(Intent intent, Grounds ground, Deed deed, Acted acted, CancellationToken cancel)
    {
        var appends = new List<Statement>();
        var epochs = new List<Statement>();
        var views = new List<Statement>();
        var messages = new List<Reaction>();
        var pokes = new List<Poke>();
        var changesRights = deed.Additions.Any(a => a.Facts.Any(f => ChangesRights(a.Stream, f)));
        var written = new Dictionary<Guid, IReadOnlyList<StoredFact<IFact>>>();
        RowShape? shown = null;
        foreach (var addition in deed.Additions)
        {
            var before = written.GetValueOrDefault(addition.Stream) ?? ground.Facts(addition.Stream);
            var marked = deed.Relabelled?.Record == addition.Stream || before is [.., { Marked: not null }] ? addition.Label.Shown() : (Tlp?)null;
            var facts = Stored(intent, before, addition, await labels.Number(addition.Label, cancel), marked, ground.By.At);
            written[addition.Stream] = [.. before, .. facts];
            appends.Add(append.Of(facts, intent));
            foreach (var fact in facts)
            {
                epochs.AddRange(Epochs(fact));
                messages.AddRange(catalog.Reactions(fact.Stream, fact.Fact, ground.By.At));
            }
            foreach (var view in _views.Where(v => v.Projection.Folds(addition.Facts[0])))
            {
                var show = shown is null && addition.Stream == acted.Id && !changesRights && ground.MaySee(addition.Label);
                view.Write(Row(view.Projection, before), facts, views, show);
                shown = show ? view.Projection.Shape : shown;
            }
            pokes.Add(new Poke(addition.Stream, addition.Label.Case?.Value ?? addition.Label.Operation?.Value, facts[^1].Version));
            foreach (var telling in _told.Where(t => t.Of.Folds(addition.Facts[0])))
                pokes.AddRange(telling.Write(Row(telling.Of, before), facts, views).Select(told => new Poke(told.Row, told.Case.Value, 1)));
        }
        // The command before the views: of two repeats at once the slower must meet its own key, and not the number that the other took.
        return new ActWrites([.. appends, .. epochs, .. Command(intent, acted), .. views], appends.Count, shown, messages, pokes);
    }

    private static IRow? Row(IProjected projection, IReadOnlyList<StoredFact<IFact>> facts) => facts.Aggregate((IRow?)null, projection.Evolve);

    private static List<StoredFact<IFact>> Stored(
        Intent intent, IReadOnlyList<StoredFact<IFact>> before, Addition addition, int label, Tlp? marked, DateTimeOffset now)
    {
        var facts = new List<StoredFact<IFact>>(addition.Facts.Count);
        var last = before is [.., var previous] ? previous : null;
        foreach (var fact in addition.Facts)
        {
            // The same rule as the database's own stamp, which has the last word (cm.stamp_fact).
            var at = last is { } earlier && earlier.RecordedAt >= now ? earlier.RecordedAt.AddMicroseconds(1) : now;
            last = new(fact, addition.Stream, (last?.Version ?? 0) + 1, at, intent.Caller.Officer, intent.Caller.Agency, label, addition.Reason) { Marked = marked };
            facts.Add(last);
        }
        return facts;
    }

    private bool ChangesRights(Guid stream, IFact fact) =>
        catalog.WhoseRights(stream, fact) is not null || catalog.WhoseRightsAmongMany(stream, fact) is not null;

    private IEnumerable<Statement> Epochs(StoredFact<IFact> fact)
    {
        if (catalog.WhoseRights(fact.Stream, fact.Fact) is { } officer)
            yield return new Statement(RaiseEpoch, [new NpgsqlParameter<Guid> { TypedValue = officer.Value }]);
        if (catalog.WhoseRightsAmongMany(fact.Stream, fact.Fact) is var (officers, values))
            yield return new Statement(RaiseEpochs(officers), [.. values.Select(v => new NpgsqlParameter { Value = v })]);
    }

    private static IEnumerable<Statement> Command(Intent intent, Acted acted)
    {
        if (intent.Key is { } key)
            yield return new Statement(RememberCommand,
            [
                new NpgsqlParameter<Guid> { TypedValue = intent.Caller.Officer.Value },
                new NpgsqlParameter<string> { TypedValue = key },
                new NpgsqlParameter<byte[]> { TypedValue = intent.Fingerprint },
                new NpgsqlParameter<string> { TypedValue = JsonSerializer.Serialize(acted, FactJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb },
            ]);
    }

    private const string RaiseEpoch =
        "insert into cm.officer_epoch (officer_id, epoch) values (?, 1) on conflict (officer_id) do update set epoch = cm.officer_epoch.epoch + 1";

    // In one order for all acts, so that no two wait for each other.
    private static string RaiseEpochs(string officers) =>
        $"insert into cm.officer_epoch (officer_id, epoch) select o.id, 1 from ({officers}) o(id) order by o.id "
        + "on conflict (officer_id) do update set epoch = cm.officer_epoch.epoch + 1";

    private const string RememberCommand =
        "insert into cm.command (officer_id, key, fingerprint, outcome) values (?, ?, ?, ?)";
}

/// <summary>All that an act leaves behind, in the order in which it is written.</summary>
/// <param name="Statements">The first <paramref name="Appends"/> of them append facts to a stream each.</param>
/// <param name="Shown">The shape of the acting record's row, when the last of the statements that write it gives it back for the caller to see.</param>
/// <param name="Messages">Consequences, for the outbox.</param>
/// <param name="Pokes">What is announced once it is committed.</param>
internal sealed record ActWrites(
    IReadOnlyList<Statement> Statements, int Appends, RowShape? Shown, IReadOnlyList<Reaction> Messages, IReadOnlyList<Poke> Pokes);
