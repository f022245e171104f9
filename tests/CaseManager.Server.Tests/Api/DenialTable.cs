using Xunit;

namespace CaseManager.Server.Tests.Api;

/// <summary>Who may do what, said once more and apart from the code: for each mutation the roles that may; all others may not.</summary>
internal static class Denials
{
    private static readonly string[] Command = ["TEAM_COMMANDER", "SUPERVISOR"];
    private static readonly string[] Lead = [.. Command, "PRIMARY_INVESTIGATOR"];
    private static readonly string[] KeepFile = [.. Lead, "FILE_COORDINATOR"];
    private static readonly string[] Work = [.. KeepFile, "INVESTIGATOR", "ANALYST", "COORDINATOR"];
    private static readonly string[] Report = [.. Work, "EXHIBIT_CUSTODIAN", "SITE_COMMANDER", "LIAISON"];
    private static readonly string[] Assign = [.. KeepFile, "COORDINATOR"];
    private static readonly string[] KeepItems = [.. KeepFile, "INVESTIGATOR", "EXHIBIT_CUSTODIAN", "SITE_COMMANDER"];
    private static readonly string[] Nobody = [];

    /// <summary>Acts on a case or its entries, by those who have a role on it.</summary>
    public static readonly Dictionary<string, string[]> OnCase = new()
    {
        ["amendCaseTitle"] = KeepFile,
        ["amendCaseSummary"] = KeepFile,
        ["changeCasePriority"] = KeepFile,
        ["changeCaseLead"] = Command,
        ["moveCaseToStage"] = Lead,
        ["markCaseVisited"] = Staffed.Roles,
        ["proposeClosure"] = Lead,
        ["approveClosure"] = Command,
        ["refuseClosure"] = Command,
        ["withdrawClosure"] = Lead,
        ["reopenCase"] = Command,
        ["recordTimelineEntry"] = Report,
        ["correctTimelineEntry"] = Work,
        ["tagTimelineEntry"] = Work,
        ["untagTimelineEntry"] = Work,
        ["linkRecords"] = Work,
        ["unlinkRecords"] = Work,
        ["referenceAttachment"] = Work,
        ["withdrawAttachmentReference"] = Work,
        ["createTask"] = Assign,
        ["reassignTask"] = Assign,
        ["redateTask"] = Assign,
        ["startTask"] = [.. Assign, Staffed.Asked],
        ["completeTask"] = [.. Assign, Staffed.Asked],
        ["cancelTask"] = Assign,
        ["reopenTask"] = Assign,
        ["releaseTask"] = Assign,
        ["seizeExhibit"] = KeepItems,
        ["seizeExhibitAtSite"] = KeepItems,
        ["correctExhibitDescription"] = KeepItems,
        ["resealExhibit"] = KeepItems,
        ["offerCustodyTransfer"] = KeepItems,
        ["acceptCustodyTransfer"] = KeepItems,
        ["refuseCustodyTransfer"] = KeepItems,
        ["withdrawCustodyTransfer"] = KeepItems,
        // Whoever corrects the record may raise its marking; a liaison speaks for what the own agency has recorded.
        ["changeCaseMarking"] = [.. KeepFile, "LIAISON"],
        ["changeTimelineEntryMarking"] = [.. Work, "LIAISON"],
        ["changeExhibitMarking"] = [.. KeepItems, "LIAISON"],
        ["askForRelease"] = Report,
        ["approveRelease"] = [.. Lead, "LIAISON"],
        ["refuseRelease"] = [.. Lead, "LIAISON"],
        ["revokeRelease"] = [.. Lead, "LIAISON"],
        ["grantCaseAccess"] = Lead,
        ["withdrawCaseAccess"] = Lead,
    };

    /// <summary>Acts that stand in the directory's view of everybody; by no role on any case.</summary>
    public static readonly Dictionary<string, string[]> InDirectory = new()
    {
        ["registerAgency"] = Nobody,
        ["registerOfficer"] = Nobody,
        ["correctOfficerName"] = Nobody,
        ["recordDeparture"] = Nobody,
        ["establishTaskForce"] = Nobody,
        ["joinTaskForce"] = Nobody,
        ["leaveTaskForce"] = Nobody,
        ["appointToTaskForce"] = Nobody,
        ["releaseFromTaskForce"] = Nobody,
        ["openCase"] = Nobody,
        ["planOperation"] = Nobody,
        ["declareInterest"] = Nobody, // but by a role in a task force: InterestTests
    };

    /// <summary>What every registered officer does for themselves, and for nobody else.</summary>
    public static readonly string[] ForOneself = ["chooseLanguage", "saveView", "renameSavedView", "removeSavedView", "establishCompartment", "acknowledgeRevocation", "withdrawInterest", "answerInterest",
        "registerDeconflictionEvent", "moveDeconflictionEvent", "closeDeconflictionEvent", "consentToReveal", "withdrawConsent", "proposeResolution", "signResolution"];

    /// <summary>Acts in a compartment: by those with a role in it; to all others it is not there.</summary>
    public static readonly Dictionary<string, string[]> InCompartment = new()
    {
        ["readIntoCompartment"] = ["CONTROL_OFFICER"],
        ["readOutOfCompartment"] = ["CONTROL_OFFICER"],
    };

    /// <summary>
    /// Emergencies, by roles in the task force: who opens a case, and who ends and reviews what others opened. To all others neither the case
    /// nor the access is there.
    /// </summary>
    public static readonly Dictionary<string, string[]> InEmergency = new()
    {
        ["breakGlass"] = Command,
        ["giveBackEmergencyAccess"] = ["SUPERVISOR", "AUDITOR"],
        ["reviewEmergencyAccess"] = ["SUPERVISOR", "AUDITOR"],
    };

    /// <summary>How the rules over grants say no.</summary>
    public static readonly string[] Codes = ["access.not-permitted", "grant.more-than-held", "grant.not-yours-to-withdraw"];

    public static TheoryData<string> Of(IEnumerable<string> mutations) => new(mutations);
}
