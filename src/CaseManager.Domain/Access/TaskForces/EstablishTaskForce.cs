using System.Text.RegularExpressions;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Sets up a task force under an agreement; the acting agency leads it and is its first member.</summary>
public sealed partial record EstablishTaskForce(
    TaskForceId TaskForce, string Code, string Name, string Purpose, string Agreement, DateTimeOffset? Since)
{
    public const int LongestName = 200;
    public const int LongestPurpose = 1_000;

    public static readonly Refusal BadCode = new("task-force.bad-code", "A code is 2 to 10 capital letters and digits, a letter first.");

    public static Decision<ITaskForceFact> Decide(Acting by, EstablishTaskForce command)
    {
        if (command.Code is null || !CodeForm().IsMatch(command.Code))
            return BadCode.At("code");
        var badText = Text.Check(command.Name, LongestName, "name")
            ?? Text.Check(command.Purpose, LongestPurpose, "purpose")
            ?? Text.Check(command.Agreement, LongestName, "agreement");
        if (badText is not null)
            return badText;

        var since = command.Since ?? by.At;
        return Decision<ITaskForceFact>.Accept(
            new TaskForceEstablished(command.TaskForce, command.Code, command.Name, command.Purpose, command.Agreement, by.Agency, since),
            new AgencyJoinedTaskForce(by.Agency, since, Until: null));
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9]{1,9}\z")]
    private static partial Regex CodeForm();
}
