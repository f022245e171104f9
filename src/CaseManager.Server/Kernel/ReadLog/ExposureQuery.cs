using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>Who could see a record, and who did.</summary>
public static class ExposureQuery
{
    /// <summary>
    /// Who could read a record in some time, by the rights and the labels on record, and to whom it was given, by the read log; those to whom
    /// it was given last come first. For whoever oversees the record as for <c>readLog</c>; empty for others, as for a record that is not
    /// there. Nothing of the record is shown. Asking is put on record, as reading the log about it is.
    /// </summary>
    /// <remarks>
    /// What was given to a client may have been copied, printed or passed on there: the product does not know, and does not say. A right
    /// that follows from the token alone, as a first registrar's, is on no record. What is known to all (TLP:CLEAR, TLP:GREEN) leaves no line
    /// in the log. A read that was under way when a right ended can stand a moment after the span.
    /// </remarks>
    /// <param name="record">Of whatever type; or, when absent, by its number.</param>
    /// <param name="number">Such as <c>NG-2026-014/E-12</c>, where only one of the records that the caller oversees has it.</param>
    /// <param name="from">From this moment on; <paramref name="until"/> up to but without this one, or now. At most 366 days.</param>
    public static Task<Page<ExposedOfficer>> Exposure(
        AnyRecord? record, string? number, DateTimeOffset from, DateTimeOffset? until, PageArgs page, ExposureReader exposure, CancellationToken cancel) =>
        exposure.Page(record, number, from, until, page, cancel);
}
