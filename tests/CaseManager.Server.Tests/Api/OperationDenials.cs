namespace CaseManager.Server.Tests.Api;

/// <summary>Who may do what on an operation, said once more and apart from the code; all others may not.</summary>
internal static class OperationDenials
{
    private static readonly string[] Direct = ["TEAM_COMMANDER", "SUPERVISOR", "COORDINATOR"];
    private static readonly string[] Speak = [.. Direct, "LIAISON"];
    private static readonly string[] Report = [.. Speak, "SITE_COMMANDER"];

    /// <summary>By those who have a role on it; what is done at a site by its own agency.</summary>
    public static readonly Dictionary<string, string[]> OnOperation = new()
    {
        ["addSite"] = Direct,
        ["moveHHour"] = Direct,
        ["shiftSite"] = Direct,
        ["locateSite"] = Direct,
        ["setReadinessPolicy"] = Direct,
        ["reportSiteCheck"] = Report,
        ["setSiteRisks"] = Report,
        ["reportSiteReady"] = Report,
        ["reportSiteNotReady"] = Report,
        ["withdrawSite"] = Report,
        ["recordSiteAuthority"] = Report,
        ["quashSiteAuthority"] = Report,
        ["acknowledgeOrder"] = Report,
        ["castVote"] = Speak,
        ["decideGo"] = Direct,
        ["decideNoGo"] = Direct,
        ["holdOperation"] = Direct,
        ["abortOperation"] = Direct,
        ["grantOperationAccess"] = Direct,
        ["withdrawOperationAccess"] = Direct,
    };
}
