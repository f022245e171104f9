namespace CaseManager.Domain.Access;

/// <summary>What an officer is on a case or in a task force. What each may do stands in <see cref="Permissions"/>.</summary>
public enum Role
{
    /// <summary>Overall authority, first of the command triangle.</summary>
    TeamCommander,

    /// <summary>Controls speed, flow and direction.</summary>
    PrimaryInvestigator,

    /// <summary>Keeps the file: assesses material, completeness, disclosure.</summary>
    FileCoordinator,
    Investigator,
    ExhibitCustodian,
    Analyst,
    Coordinator,
    SiteCommander,
    Supervisor,

    /// <summary>Speaks for a partner agency.</summary>
    Liaison,
    Auditor,
    Observer,

    /// <summary>Belongs to the task force, and no more.</summary>
    Member,

    /// <summary>Answers for a compartment: reads others into it, and out of it.</summary>
    ControlOfficer,

    /// <summary>Is read into a compartment.</summary>
    Insider,
}
