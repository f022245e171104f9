namespace CaseManager.Domain.Kernel;

/// <summary>Who acts, for which agency, and when by the database's clock.</summary>
public readonly record struct Acting(OfficerId Officer, AgencyId Agency, DateTimeOffset At)
{
    /// <summary>The product itself, when a deadline passes or one fact demands another.</summary>
    public static Acting System(DateTimeOffset at) => new(SystemOfficer, SystemAgency, at);

    public static readonly OfficerId SystemOfficer = new(new Guid("00000000-0000-4000-8000-000000000001"));
    public static readonly AgencyId SystemAgency = new("SYSTEM");
}
