using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>Who read what.</summary>
public static class ReadLogQuery
{
    /// <summary>
    /// Who was shown what above TLP:GREEN and who asked for something in vain, the last first. Of records that the caller may read, where a
    /// role lets them oversee; look-ups in vain are read by those who oversee a task force of the officer's agency. Empty for others.
    /// Reading it is put on record as well.
    /// </summary>
    /// <param name="officer">Only what this officer read.</param>
    /// <param name="record">Only who read this record, of whatever type.</param>
    /// <param name="emergency">Only what was read by this emergency access alone; its overseers are told of it, if not which records these were.</param>
    /// <param name="from">From this moment on; <paramref name="until"/> up to but without this one.</param>
    /// <param name="decision">Only what was shown, or only what was asked in vain.</param>
    public static Task<Page<ReadLogEntry>> ReadLog(
        OfficerId? officer, AnyRecord? record, EmergencyId? emergency, DateTimeOffset? from, DateTimeOffset? until, ReadDecision? decision, PageArgs page,
        ReadLogReader log, CancellationToken cancel) =>
        log.Page(new ReadLogFilter(officer, record?.Key, from, until, decision, emergency), page, cancel);
}
