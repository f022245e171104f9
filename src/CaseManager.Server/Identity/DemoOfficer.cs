namespace CaseManager.Server.Identity;

/// <summary>Somebody the local provider lets one be.</summary>
public sealed record DemoOfficer
{
    public string Agency { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Name { get; init; } = "";

    public IReadOnlyList<string> AppRoles { get; init; } = [];
}
