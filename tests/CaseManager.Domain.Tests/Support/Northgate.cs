using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Tests.Support;

/// <summary>People, bodies and moments of the demo world that the stories are told with.</summary>
internal static class Northgate
{
    public static readonly AgencyId Cfp = new("CFP");
    public static readonly AgencyId Ops = new("OPS");
    public static readonly AgencyId Nlfi = new("NLFI");

    public static readonly OfficerId Maya = Person(1);
    public static readonly OfficerId Theo = Person(2);
    public static readonly OfficerId Jules = Person(3);
    public static readonly OfficerId Sanne = Person(4);

    public static readonly TaskForceId NorthgateForce = new(Id(0x20));
    public static readonly CaseId Halden = new(Id(0x30));
    public static readonly CaseId OtherCase = new(Id(0x31));

    public static readonly OperationId Granite = new(Id(0x40));
    public static readonly OperationId OtherOperation = new(Id(0x41));
    public static readonly CompartmentId Deep = new(Id(0x60));
    public static readonly CompartmentId Deeper = new(Id(0x61));

    public static readonly DateTimeOffset Noon = new(2026, 4, 20, 12, 0, 0, TimeSpan.Zero);

    public static Acting By(OfficerId officer, DateTimeOffset? at = null) =>
        new(officer, officer == Theo ? Ops : officer == Sanne ? Nlfi : Cfp, at ?? Noon);

    public static Acting System(DateTimeOffset? at = null) => Acting.System(at ?? Noon);

    public static Rights RightsOf(OfficerId officer, params HeldGrant[] grants) =>
        new(officer, By(officer).Agency, Registered: true, [.. grants]);

    public static HeldGrant Holding(Scope scope, Role role) => new(scope, role, Noon.AddDays(-30), null);

    public static Guid Id(int number) => new(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    private static OfficerId Person(int number) => new(Id(number));
}
