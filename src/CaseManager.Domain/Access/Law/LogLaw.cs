using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Who may know who read what: those who may read it themselves, and oversee where it belongs.</summary>
public static class LogLaw
{
    /// <summary>Whether the caller may see who read what stands under the label.</summary>
    public static bool MayReadLog(Rights rights, Label label, DateTimeOffset at)
    {
        if (!AccessLaw.MayRead(rights, label, at))
            return false;
        // What belongs to a case and to an operation is overseen on the case.
        var scope = label.Case is { } onCase ? Scope.Of(onCase)
            : label.Operation is { } operation ? Scope.Of(operation)
            : label.TaskForce is { } force ? Scope.Of(force)
            : (Scope?)null;
        return scope is { } on && AccessLaw.May(rights, on, label.TaskForce, Permission.ReadLog, at);
    }

    /// <summary>
    /// The emergency by which somebody read what their roles alone do not show; null when there is none on its case. One that ended a moment
    /// ago counts: what is recorded now was read before.
    /// </summary>
    public static EmergencyId? ReadUnder(Rights rights, Label label)
    {
        var cases = label.Parts().Select(part => part.Case).OfType<CaseId>().ToHashSet();
        return rights.Emergencies.Where(e => cases.Contains(e.Case)).OrderByDescending(e => e.From).Select(e => (EmergencyId?)e.Id).FirstOrDefault();
    }
}
