namespace CaseManager.Server.GraphQl.Ide;

/// <summary>Somebody whom the local identity provider lets one be, for the page's list. Registered in Development only.</summary>
public sealed record IdeOfficer(string Agency, string Subject, string Name, IReadOnlyList<string> Roles);
