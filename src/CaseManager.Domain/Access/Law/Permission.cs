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
    PlanOperation,
    CommandOperation,
    GiveOperationGrant,

    /// <summary>Every site of an operation in full; without it only those of the own agency.</summary>
    ReadSites,
    ReportSite,
    VoteOnOperation,
}
