using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Rights;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>
/// Puts on record what an operation was shown above TLP:GREEN and what it asked for in vain. Whoever calls it waits: before it is
/// committed nothing leaves, and when it cannot be, nothing leaves at all.
/// </summary>
public sealed class ReadRecorder(Labels labels, ReadWriter writer, Probing probing, Emergencies emergencies)
{
    // Names are the client's to give; longer ones say no more.
    private const int LongestName = 100;

    public async Task Record(Caller caller, Trail trail, Occasion occasion, CancellationToken cancel)
    {
        if (trail.Seen.Count == 0 && trail.Missed.Count == 0)
            return;
        if (occasion.Operation is { Length: > LongestName } name)
            occasion = occasion with { Operation = name[..LongestName] };
        var lines = new List<ReadLine>();
        foreach (var part in trail.Seen.Distinct().GroupBy(seen => (seen.View, seen.Label)))
        {
            var label = await labels.Of(part.Key.Label, cancel);
            var emergency = await emergencies.Under(caller, label, cancel);
            if (emergency is null && label.Shown() is Tlp.Clear or Tlp.Green)
                continue;
            Guid[] records = [.. part.Select(seen => seen.Record)];
            lines.Add(new ReadLine(caller, occasion, ReadDecision.Shown, part.Key.View, part.Key.Label, emergency is { } told ? [told.Label] : [], records, records.Length)
            {
                Emergency = emergency?.Id,
            });
        }
        if (trail.Missed.Count > 0)
            lines.AddRange(InVain(caller, trail, occasion, await probing.LabelsFor(caller, cancel)));
        if (lines.Count == 0)
            return;
        await writer.Write(lines, cancel);
        if (trail.Missed.Count > 0)
            await probing.Look(caller, cancel);
    }

    // No record's label is on them: what is there and what is not must leave the same line.
    private static IEnumerable<ReadLine> InVain(Caller caller, Trail trail, Occasion occasion, int[] under) =>
        trail.Missed.GroupBy(missed => (missed.Decision, missed.Type, Named: missed.Record is not null)).Select(part => new ReadLine(
            caller, occasion, part.Key.Decision, part.Key.Type, under[0], under[1..], [.. part.Select(missed => missed.Record).OfType<Guid>()], part.Count()));
}

/// <summary>What one operation was shown of one view under one label, or asked for in vain.</summary>
/// <param name="View">Table of the view; of what was asked for in vain the type that its id named, if it was an id.</param>
/// <param name="Also">Further labels under which the line is read.</param>
/// <param name="Total">How many rows or look-ups.</param>
public sealed record ReadLine(
    Caller By, Occasion Occasion, ReadDecision Decision, string? View, int Label, int[] Also, Guid[] Records, int Total)
{
    /// <summary>By which alone it was read; its overseers read the line as well.</summary>
    public EmergencyId? Emergency { get; init; }
}
