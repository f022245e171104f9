using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Access;

/// <summary>Who opened what in an emergency.</summary>
public static class EmergencyQueries
{
    /// <summary>One's own emergency accesses, and those that one was told of as an overseer; the last first.</summary>
    public static Task<Page<EmergencyRow>> Emergencies(
        Where<EmergencyRow>? where, Order<EmergencyRow>? order, PageArgs page, IReader reader, CancellationToken cancel) =>
        reader.Page(null, where, order, page, cancel);

    /// <summary>One emergency access.</summary>
    public static Loaded<EmergencyRow?> Emergency(EmergencyId id, IReader reader) => reader.Load<EmergencyRow>(id.Value);
}

/// <summary>What a case shows to who opened it in an emergency.</summary>
public static class EmergencyOfCase
{
    /// <summary>By which the caller may read all of the case at this moment; absent for who opened nothing.</summary>
    public static Loaded<EmergencyRow?> MyEmergency(CaseId @case, Caller caller, IReader reader) =>
        reader.PageOf<EmergencyRow>("case", @case.Value, new Condition.And(
        [
            new Condition.Test(EmergencyRow.View["officer"], Operator.Eq, caller.Officer),
            new Condition.Test(EmergencyRow.View["active"], Operator.Eq, true),
        ]), null, null, new PageArgs(1, null, null, null)).Then(page => page.Rows is [var mine, ..] ? mine : null);
}

/// <summary>Further fields of an emergency access.</summary>
public static class EmergencyFields
{
    /// <summary>All that happened to the record, with old and new values.</summary>
    public static Task<IReadOnlyList<Change>> History(EmergencyRow emergency, IReader reader, CancellationToken cancel) => reader.History(emergency.Key, cancel);
}
