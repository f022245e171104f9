using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Tests.Support;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Access;

public sealed class RegisterAgencyTests
{
    private static readonly RegisterAgency Command = new(Ops, "Ontario provincial service", "CA-ON", "America/Toronto");
    private static readonly AgencyRegistered Registered = new(Ops, "Ontario provincial service", "CA-ON", "America/Toronto");

    [Fact]
    public void An_agency_is_registered() => Register(Command).Then(Registered);

    [Fact]
    public void Registered_again_it_is_nothing_new() =>
        AgencyStory.Given(Registered).When(agency => RegisterAgency.Decide(By(Maya), Command, agency)).ThenNothing();

    [Fact]
    public void A_code_is_given_once() =>
        AgencyStory.Given(Registered).When(agency => RegisterAgency.Decide(By(Maya), Command with { Name = "Other" }, agency))
            .ThenRefused(RegisterAgency.Registered);

    [Theory]
    [InlineData("CA")]
    [InlineData("CA-ON")]
    [InlineData("GB-ENG")]
    [InlineData(null)]
    public void A_country_or_a_part_of_it_or_none(string? country) =>
        Register(Command with { Country = country }).Then(Registered with { Country = country });

    [Theory]
    [InlineData("ca")]
    [InlineData("CAN")]
    [InlineData("CA-")]
    [InlineData("CA-ONTA")]
    [InlineData("")]
    public void A_country_has_its_form(string country) =>
        Register(Command with { Country = country }).ThenRefused(RegisterAgency.BadCountry.At("country"));

    [Theory]
    [InlineData("ops")]
    [InlineData("O")]
    [InlineData("1OPS")]
    [InlineData("ABCDEFGHIJKLM")]
    [InlineData("OP-S")]
    [InlineData("SYSTEM")]
    [InlineData(null)]
    public void A_code_has_its_form(string? code) =>
        Register(Command with { Agency = new AgencyId(code!) }).ThenRefused(RegisterAgency.BadCode.At("code"));

    [Fact]
    public void A_zone_is_one_of_the_world() =>
        Register(Command with { Zone = "Ontario" }).ThenRefused(Zone.Unknown.At("zone"));

    [Theory]
    [MemberData(nameof(Bad.Texts), RegisterAgency.LongestName, MemberType = typeof(Bad))]
    public void A_name_is_needed(string? name, string code) =>
        Register(Command with { Name = name! }).ThenRefused(new Refusal(code, "", "name"));

    private static AgencyStory.Ending Register(RegisterAgency command) =>
        AgencyStory.Given().When(agency => RegisterAgency.Decide(By(Maya), command, agency));
}
