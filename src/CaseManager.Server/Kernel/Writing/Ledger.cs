using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Kernel.Wire;
using Npgsql;

namespace CaseManager.Server.Kernel.Writing;

/// <summary>
/// The only door in. One act is one transaction in two round trips: what the decision stands on is read and held; then facts, views,
/// command row and epochs are written and committed (with messages in a third). Nothing is announced before.
/// </summary>
public sealed class Ledger(
    NpgsqlDataSource database, ActGrounds grounds, Relabelling relabelling, ActRecord record, ActCommit commit, ChangeTeller changes, Herald herald)
{
    // Each further try means that another act on the same record was committed first.
    private const int MostTries = 8;

    private static readonly Refusal Stale = new("record.stale", "The record has changed since you saw it.");
    private static readonly Refusal OtherContent = new("command.other-content", "This key was used for something else.", "clientMutationId");

    /// <summary>One stream, one rule: the caller must see it and hold a role that allows <paramref name="need"/>.</summary>
    public Task<Acted> Transact<TState, TFact>(
        Intent intent, Guid stream, long? seen, Permission need, Func<TState, Acting, Decision<TFact>> decide, CancellationToken cancel, string? reason = null)
        where TState : class, IState<TState, TFact>
        where TFact : IFact =>
        Act(intent, new Undertaking(stream, seen, [], [], ground =>
            ground.Forbids(stream, need) is { } no
                ? no
                : Deed.Of(stream, decide(ground.State<TState, TFact>(stream)!, ground.By), ground.LabelOf(stream)!, reason)), cancel);

    /// <summary>Any act: loads the streams, decides, appends to all of them or to none.</summary>
    public async Task<Acted> Act(Intent intent, Undertaking what, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var connection = await database.OpenConnectionAsync(cancel);
            // Goes with the first question.
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            try
            {
                return await Once(transaction, intent, what, cancel);
            }
            catch (Exception fault) when (attempt < MostTries && Collision.IsPassing(fault))
            {
                // Another act came first, or a repeat of this one: look again.
            }
            catch (Exception fault) when (Collision.RefusalOf(fault, record.Projections) is { } refusal)
            {
                return refusal;
            }
        }
    }

    private async Task<Acted> Once(NpgsqlTransaction transaction, Intent intent, Undertaking what, CancellationToken cancel)
    {
        var loaded = await grounds.Load(transaction.Connection!, intent, what, cancel);
        if (loaded.Earlier is { } earlier)
            return earlier.Fingerprint.AsSpan().SequenceEqual(intent.Fingerprint) ? earlier.Outcome : OtherContent;

        var ground = loaded.Grounds;
        if (what.Seen is { } seen && ground.Unknown(what.Main) is null && ground.Version(what.Main) > seen)
            return new Acted(null, 0, Stale, await changes.Since(ground, what.Main, seen, cancel));

        var deed = what.Decide(ground);
        if (deed.Refusal is { } refusal)
            return refusal;
        var acted = new Acted(what.Main, ground.Version(what.Main) + deed.Additions.Where(a => a.Stream == what.Main).Sum(a => a.Facts.Count));
        if (deed.Additions.Count == 0)
            return acted;

        if (deed.Relabelled is { } relabelled)
            await relabelling.Move(transaction.Connection!, ground, relabelled, cancel);
        var writes = await record.Of(intent, ground, deed, acted, cancel);
        var row = await commit.Commit(transaction, writes, cancel);
        herald.Announce(writes.Pokes);
        return acted with { Row = row };
    }
}
