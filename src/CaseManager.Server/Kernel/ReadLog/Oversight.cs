using CaseManager.Domain.Access;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Rights;
using Npgsql;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>Asks in the request's snapshot about what stands under labels that the caller oversees.</summary>
public sealed class Oversight(Reader reader, Standings standings, Labels labels, TimeProvider clock, Caller caller)
{
    private const int MostTries = 3;

    // As in the inbox: it follows from roles, and the question may find that those kept were old.
    internal async Task<T> Ask<T>(Func<int[], Sql> question, Func<NpgsqlDataReader, int[], CancellationToken, Task<T>> read, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var standing = await standings.Latest(caller, cancel);
            var mine = await Overseen(standing, cancel);
            // Who oversees nothing asks all the same, for nothing: their rights may be others by now.
            var answer = await reader.Ask(question(mine), rows => read(rows, mine, cancel), cancel);
            if (attempt == MostTries || ReferenceEquals(standing, await standings.Latest(caller, cancel)))
                return answer;
        }
    }

    private async Task<int[]> Overseen(Standing standing, CancellationToken cancel)
    {
        var at = clock.GetUtcNow();
        if (!AccessLaw.ScopesOf(standing.Rights, Permission.ReadLog, at).Any())
            return [];
        return [.. (await labels.Between(0, standing.Labels, cancel)).Where(l => LogLaw.MayReadLog(standing.Rights, l.Label, at)).Select(l => l.Number)];
    }
}
