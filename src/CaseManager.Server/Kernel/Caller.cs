using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Kernel;

/// <summary>Who is asking: made from a validated token and from nothing else.</summary>
/// <param name="Officer">Name-based from agency and subject.</param>
/// <param name="Agency">The agency whose issuer signed the token.</param>
/// <param name="Subject">The issuer's own identifier of the person.</param>
/// <param name="AppRoles">Roles in the token, such as <c>registrar</c>.</param>
/// <param name="ExpiresAt">When the token ends; live streams end with it.</param>
public sealed record Caller(OfficerId Officer, AgencyId Agency, string Subject, IReadOnlySet<string> AppRoles, DateTimeOffset ExpiresAt)
{
    /// <summary>The app role of those who register their agency's officers.</summary>
    public const string Registrar = "registrar";

    /// <summary>The product itself: it acts on deadlines and consequences, and reads nothing on anybody's behalf.</summary>
    public static Caller System { get; } =
        new(Acting.SystemOfficer, Acting.SystemAgency, "system", new HashSet<string>(), DateTimeOffset.MaxValue);

    public bool IsSystem => Officer == Acting.SystemOfficer;
}
