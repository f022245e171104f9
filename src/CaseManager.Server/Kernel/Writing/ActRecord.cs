using System.Text.Json;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Rights;
using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Kernel.Wire;
using JasperFx.Events;
using Marten;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace CaseManager.Server.Kernel.Writing;

/// <summary>Puts into the session all that an act leaves behind: facts with their metadata, command row, epochs, messages. Views follow inline.</summary>
public sealed class ActRecord(FactCatalog catalog, Labels labels, IWolverineRuntime messages)
{
    public IReadOnlyList<IProjected> Projections => catalog.Projections;

    public async Task<IReadOnlyList<Poke>> Write(
        IDocumentSession session, Intent intent, Grounds ground, Deed deed, Acted acted, CancellationToken cancel)
    {
        session.LastModifiedBy = intent.Caller.Officer.Value.ToString();
        session.CorrelationId = intent.Correlation;
        session.CausationId = intent.Cause ?? intent.Key;

        var priors = new Priors();
        var pokes = new List<Poke>();
        foreach (var addition in deed.Additions)
        {
            var label = await labels.Number(addition.Label, cancel);
            Append(session, intent, ground, addition, label);
            priors.Remember(catalog, ground.Facts(addition.Stream), addition);
            pokes.Add(new Poke(addition.Stream, addition.Label.Case?.Value ?? addition.Label.Operation?.Value, ground.Version(addition.Stream) + addition.Facts.Count));
            foreach (var fact in addition.Facts)
            {
                if (catalog.WhoseRights(addition.Stream, fact) is { } officer)
                    session.QueueOperation(new SqlOperation(RaiseEpoch, [officer.Value]));
                if (catalog.WhoseRightsAmongMany(addition.Stream, fact) is var (officers, values))
                    session.QueueOperation(new SqlOperation(RaiseEpochs(officers), values));
            }
        }
        if (intent.Key is { } key)
            session.QueueOperation(new SqlOperation(RememberCommand,
                [intent.Caller.Officer.Value, key, intent.Fingerprint, JsonSerializer.Serialize(acted, FactJson.Options)]));
        await Follow(session, deed, ground.By.At);
        priors.AttachTo(session);
        return pokes;
    }

    private static void Append(IDocumentSession session, Intent intent, Grounds ground, Addition addition, int label)
    {
        var before = ground.Facts(addition.Stream);
        var events = new List<IEvent>(addition.Facts.Count);
        DateTimeOffset? last = before is [.., var previous] ? previous.RecordedAt : null;
        foreach (var fact in addition.Facts)
        {
            // The same rule as the database's own stamp, which has the last word (cm.stamp_fact).
            var at = last is { } earlier && earlier >= ground.By.At ? earlier.AddMicroseconds(1) : ground.By.At;
            last = at;
            var stored = session.Events.BuildEvent(fact);
            stored.Id = Guid.NewGuid();
            stored.Timestamp = at;
            stored.SetHeader(FactHeaders.Agency, intent.Caller.Agency.Code);
            stored.SetHeader(FactHeaders.Label, label);
            if (addition.Reason is { } reason)
                stored.SetHeader(FactHeaders.Reason, reason);
            if (intent.Key is { } key)
                stored.SetHeader(FactHeaders.Command, key);
            events.Add(stored);
        }
        if (before.Count == 0)
            session.Events.StartStream(addition.Stream, events.ToArray<object>());
        else
            session.Events.Append(addition.Stream, before[^1].Version + events.Count, events.ToArray<object>());
    }

    private async Task Follow(IDocumentSession session, Deed deed, DateTimeOffset at)
    {
        var reactions = deed.Additions.SelectMany(a => a.Facts.SelectMany(f => catalog.Reactions(a.Stream, f, at))).ToArray();
        if (reactions.Length == 0)
            return;
        var outbox = new MartenOutbox(messages, session);
        foreach (var reaction in reactions)
            await outbox.PublishAsync(reaction.Message, reaction.At is { } due ? new() { ScheduledTime = due } : null);
    }

    private const string RaiseEpoch =
        "insert into cm.officer_epoch (officer_id, epoch) values (?, 1) on conflict (officer_id) do update set epoch = cm.officer_epoch.epoch + 1";

    // In one order for all acts, so that no two wait for each other.
    private static string RaiseEpochs(string officers) =>
        $"insert into cm.officer_epoch (officer_id, epoch) select o.id, 1 from ({officers}) o(id) order by o.id "
        + "on conflict (officer_id) do update set epoch = cm.officer_epoch.epoch + 1";

    private const string RememberCommand =
        "insert into cm.command (officer_id, key, fingerprint, outcome) values (?, ?, ?, ?::jsonb)";
}
