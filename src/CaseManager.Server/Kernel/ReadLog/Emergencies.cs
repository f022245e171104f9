using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Rights;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>Tells what was read by an emergency alone, so that the line says so and those who review it read the line.</summary>
public sealed class Emergencies(Standings standings, ReadWriter log, RightsQuery query, TimeProvider clock)
{
    /// <summary>By which emergency a caller read what stands under the label, with the label of that emergency; null when their roles show it.</summary>
    public async ValueTask<(EmergencyId Id, int Label)?> Under(Caller caller, Label label, CancellationToken cancel)
    {
        var rights = (await standings.Latest(caller, cancel)).Rights;
        if (AccessLaw.MayRead(rights.ByRolesAlone(), label, clock.GetUtcNow()))
            return null;
        // What is kept may be older than what was just read by.
        var emergency = LogLaw.ReadUnder(rights, label) ?? LogLaw.ReadUnder((await standings.Refresh(caller, cancel)).Rights, label);
        return emergency is { } id ? (id, await LabelOf(id, cancel)) : null;
    }

    private async Task<int> LabelOf(EmergencyId id, CancellationToken cancel)
    {
        await using var command = log.Database.CreateCommand(query.LabelOfEmergency);
        command.Parameters.Add(new Npgsql.NpgsqlParameter<Guid> { TypedValue = id.Value });
        return (int)(await command.ExecuteScalarAsync(cancel))!;
    }
}
