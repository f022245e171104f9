namespace CaseManager.Domain.Access;

/// <summary>What somebody may do. Which role may is said in one table, <see cref="Permissions"/>.</summary>
public enum Permission
{
    ReadCase,
    OpenCase,
    AmendCase,
    ChangeCaseLead,
    RecordEntry,
    CorrectEntry,
    SeizeExhibit,

    /// <summary>Holding, handing over, sealing and describing exhibits.</summary>
    KeepExhibit,

    MoveStage,
    ProposeClosure,
    DecideClosure,
    ReopenCase,
    GiveCaseGrant,
    GiveTaskForceGrant,
    ManageTaskForce,
    EstablishTaskForce,
    RegisterAgency,
    RegisterOfficer,

    /// <summary>Ask for a task, and say by whom and when.</summary>
    AssignTask,

    /// <summary>Do a task one was asked to do.</summary>
    WorkOnTask,

    PlanOperation,
    CommandOperation,
    GiveOperationGrant,

    /// <summary>Every site of an operation in full; without it only those of the own agency.</summary>
    ReadSites,
    ReportSite,
    VoteOnOperation,

    /// <summary>Link records of a case with each other, and with operations that one sees.</summary>
    LinkRecords,

    /// <summary>Read what stands in a compartment, where nothing else forbids it.</summary>
    EnterCompartment,

    GiveCompartmentGrant,

    /// <summary>How the product itself is doing: its checks, views and messages, with figures over all records.</summary>
    ReadHealth,

    /// <summary>Lower the marking of what the own agency has recorded; who may correct a record may raise it.</summary>
    LowerMarking,

    /// <summary>Who read what of a case, an operation or a task force, and who asked for it in vain.</summary>
    ReadLog,

    /// <summary>Open a case of the task force, or of the own agency, for reading in an emergency.</summary>
    BreakGlass,
}
