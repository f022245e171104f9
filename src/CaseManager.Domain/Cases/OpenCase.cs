using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Opens a case of the acting officer's agency.</summary>
/// <param name="Readers">Who may read it by name; the lead and the opening officer always may. For TLP:RED only.</param>
public sealed record OpenCase(
    CaseId Case, CaseNumber Number, string Title, string Summary, Priority Priority, OfficerId Lead,
    TaskForceId? TaskForce, Audience Audience, Tlp Tlp, Items<OfficerId> Readers, Caveats Caveats)
{
    public static readonly Refusal NoTaskForce = new("case.no-task-force", "A case for the eyes of a task force needs the task force.");

    public static Decision<ICaseFact> Decide(Acting by, OpenCase command)
    {
        var badInput = CaseNumber.Check(command.Number, "number")
            ?? Text.Check(command.Title, CaseLimits.Title, "title")
            ?? Text.Check(command.Summary, CaseLimits.Summary, "summary")
            ?? Choice.Check(command.Priority, "priority")
            ?? Choice.Check(command.Audience, "audience")
            ?? NamedReaders.Check(command.Tlp, command.Readers)
            ?? Caveats.Check(command.Caveats, by.Agency, by.At, "caveats");
        if (badInput is not null)
            return badInput;
        if (command.Audience == Audience.TaskForce && command.TaskForce is null)
            return NoTaskForce.At("taskForce");

        var readers = command.Tlp == Tlp.Red ? command.Readers.And(command.Lead, by.Officer) : command.Readers;
        return Decision<ICaseFact>.Accept(new CaseOpened(
            command.Case, command.Number, command.Title, command.Summary, command.Priority, by.Agency, command.Lead,
            command.TaskForce, command.Audience, command.Tlp, readers) { Caveats = command.Caveats.InOrder().OrNothing() });
    }
}
