using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using static CaseManager.Domain.Tests.Support.Northgate;

namespace CaseManager.Domain.Tests.Kernel;

/// <summary>What restricts a record beside its TLP: what can be said, and whom it keeps out.</summary>
public sealed class CaveatsTests
{
    private static readonly Caveats None = Caveats.None;
    private static readonly Recipients Netherlands = new([Nlfi], []);

    public static TheoryData<string, Caveats, Refusal> Bad => new()
    {
        { "a code beyond the list", None with { Handling = [(HandlingCode)4] }, Choice.Unlisted.At("c.handling") },
        { "H3 without words", None with { Handling = [HandlingCode.H3] }, Caveats.H3NeedsText.At("c.handlingText") },
        { "words without H3", None with { Handling = [HandlingCode.H2], HandlingText = "For the desk" }, Caveats.TextNeedsH3.At("c.handlingText") },
        { "a country in words", None with { ReleasedTo = new([], ["Canada"]) }, Recipients.BadCountry.At("c.releasedTo.countries") },
        { "oneself left out", None with { NotTo = new([Cfp], []) }, Caveats.ExcludesOriginator.At("c.notTo") },
        { "an embargo that is over", None with { EmbargoUntil = Noon }, Caveats.EmbargoOver.At("c.embargoUntil") },
        { "too many compartments", None with { Compartments = [.. Enumerable.Range(1, 11).Select(n => new CompartmentId(Id(n)))] }, Caveats.TooManyCompartments.At("c.compartments") },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_cannot_be_said_is_refused_at_its_field(string what, Caveats caveats, Refusal refusal)
    {
        Assert.NotEmpty(what);
        Assert.Equal(refusal, Caveats.Check(caveats, Cfp, Noon, "c"));
    }

    [Fact]
    public void What_can_be_said_is_taken_with_each_code_once_and_in_order()
    {
        var given = new Caveats([HandlingCode.H3, HandlingCode.H1, HandlingCode.H3], " Ask the desk. ", new([Ops, Nlfi, Ops], ["US", "CA-ON"]), new([], ["MX"]), [Deeper, Deep, Deep], Noon.AddDays(1));
        Assert.Null(Caveats.Check(given, Cfp, Noon, "c"));
        Assert.Equal(
            new Caveats([HandlingCode.H1, HandlingCode.H3], "Ask the desk.", new([Nlfi, Ops], ["CA-ON", "US"]), new([], ["MX"]), [Deep, Deeper], Noon.AddDays(1)),
            given.InOrder());
        Assert.Null(None.InOrder().OrNothing());
    }

    public static TheoryData<string, Caveats, bool, bool, bool> WhoIsLetIn => new()
    {
        // Of the originator, of Ontario, of no country
        { "nothing", None, true, true, true },
        { "handling alone", None with { Handling = [HandlingCode.H1, HandlingCode.H2] }, true, true, true },
        { "released to the agency", None with { ReleasedTo = new([Ops], []) }, true, true, false },
        { "released to another", None with { ReleasedTo = Netherlands }, true, false, false },
        { "released to the country", None with { ReleasedTo = new([], ["CA"]) }, true, true, false },
        { "released to the province", None with { ReleasedTo = new([], ["CA-ON"]) }, true, true, false },
        { "released to another province", None with { ReleasedTo = new([], ["CA-QC"]) }, true, false, false },
        { "released to a country of like letters", None with { ReleasedTo = new([], ["C"]) }, true, false, false },
        { "not to the agency", None with { NotTo = new([Ops], []) }, true, false, true },
        { "not to the country", None with { NotTo = new([], ["CA"]) }, true, false, true },
        { "released to the country and not to the agency", None with { ReleasedTo = new([], ["CA"]), NotTo = new([Ops], []) }, true, false, false },
        { "under embargo", None with { EmbargoUntil = Noon.AddSeconds(1) }, true, false, false },
        { "embargo just over", None with { EmbargoUntil = Noon }, true, true, true },
        { "sealed", None with { Compartments = [Deep] }, false, false, false },
    };

    [Theory]
    [MemberData(nameof(WhoIsLetIn))]
    public void Each_keeps_out_whom_it_says_and_no_others(string what, Caveats caveats, bool originator, bool ontario, bool ofNoCountry)
    {
        var label = new Label(Cfp, Tlp.Amber, Halden, null, []) { Caveats = caveats };
        bool Reads(AgencyId agency, string? country) =>
            AccessLaw.MayRead(new Rights(Theo, agency, true, [Holding(Scope.Of(Halden), Role.Investigator)]) { Country = country }, label, Noon);

        Assert.Equal((what, originator, ontario, ofNoCountry), (what, Reads(Cfp, "CA"), Reads(Ops, "CA-ON"), Reads(new("INCL"), null)));
    }

    [Theory]
    [InlineData(Role.Insider, true, true)]
    [InlineData(Role.ControlOfficer, true, true)]
    [InlineData(Role.TeamCommander, true, false)]
    [InlineData(Role.Supervisor, true, false)]
    [InlineData(Role.Insider, false, false)]
    public void A_sealed_record_is_read_by_those_inside_who_also_need_to_know(Role inside, bool onCase, bool reads)
    {
        var label = new Label(Cfp, Tlp.Amber, Halden, null, []) { Caveats = None with { Compartments = [Deep] } };
        var rights = new Rights(Maya, Cfp, true, [Holding(Scope.Of(Deep), inside), .. onCase ? [Holding(Scope.Of(Halden), Role.Investigator)] : Array.Empty<HeldGrant>()]);
        Assert.Equal(reads, AccessLaw.MayRead(rights, label, Noon));
        Assert.False(AccessLaw.MayRead(rights, label with { Caveats = None with { Compartments = [Deep, Deeper] } }, Noon));
    }

    [Fact]
    public void A_compartment_ends_with_the_role_in_it()
    {
        var label = Compartment.LabelOf(Deep, Cfp);
        var rights = RightsOf(Theo, new HeldGrant(Scope.Of(Deep), Role.Insider, Noon, Noon.AddHours(1)));
        Assert.True(AccessLaw.MayRead(rights, label, Noon));
        Assert.False(AccessLaw.MayRead(rights, label, Noon.AddHours(1)));
    }

    [Fact]
    public void Whoever_of_two_agencies_one_of_them_keeps_out_reads_nothing_made_from_both()
    {
        var (one, other) = (new Label(Cfp, Tlp.Amber, Halden, null, []), new Label(Ops, Tlp.Amber, Halden, null, []) { Caveats = None with { ReleasedTo = Netherlands } });
        bool Reads(AgencyId agency, Label label) => AccessLaw.MayRead(new Rights(Theo, agency, true, [Holding(Scope.Of(Halden), Role.Investigator)]), label, Noon);

        // Each reads its own; what is made from both only who may read the other's, too.
        Assert.Equal((true, false), (Reads(Cfp, one), Reads(Cfp, other)));
        Assert.False(Reads(Cfp, one.Join(other)));
        Assert.True(Reads(Ops, one.Join(other)));
        Assert.True(Reads(Nlfi, one.Join(other)));
    }
}
