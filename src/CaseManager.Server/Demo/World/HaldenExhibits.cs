namespace CaseManager.Server.Demo.World;

/// <summary>What was taken in evidence on Halden, and through whose hands it went.</summary>
internal static class HaldenExhibits
{
    private const string Maya = "maya.roy";
    private const string Theo = "theo.lang";
    private const string Nadia = "nadia.haddad";
    private const string Piet = "piet.devries";

    private static readonly object _unit = new { description = "48 Rockpoint Rd, unit 6, Mississauga", latitude = 43.589045, longitude = -79.644119 };
    private static readonly object _w1 = Authority("SEARCH_WARRANT", "W1");

    public static IEnumerable<DemoAct> Acts() =>
    [
        new(Maya, "grantCaseAccess", new
        {
            @case = new The(Halden.Number), officer = new The(Piet), role = "EXHIBIT_CUSTODIAN", reason = "Keeps what goes to Rotterdam under MLA-4",
        }),
        .. Phone().Acts, .. Press().Acts, .. Powder().Acts, .. Misread().Acts, .. Image().Acts, .. Missing().Acts, .. Cash().Acts,
        .. Unannounced().Acts, .. Notebook().Acts,
    ];

    private static DemoExhibit Phone() => new DemoExhibit(Halden.Number, "E-1", "CFP-77120")
        .Seize(Maya, "DIGITAL_DEVICE", "Black phone, screen cracked.", new { description = "On the lessee, at the unit's door" },
            When.Moment("2026-04-22T08:40:00-04:00"), Authority("ARREST"))
        .Offer(Maya, Nadia, "To store A")
        .Accept(Nadia, "2026-04-22T16:05:00-04:00", "Seal whole");

    private static DemoExhibit Press() => new DemoExhibit(Halden.Number, "E-5", "OPS-55090")
        .Seize(Theo, "EQUIPMENT", "Tablet press, single punch, without its dies.", _unit, When.Between("2026-05-13T07:20", "2026-05-13T07:50"), _w1)
        .Offer(Theo, Nadia, "To store A")
        .Accept(Nadia, "2026-05-13T16:20:00Z");

    private static DemoExhibit Powder() => new DemoExhibit(Halden.Number, "E-12", "OPS-55102")
        .Seize(Theo, "SUBSTANCE", "White powder in a bag.", _unit, When.Between("2026-05-13T06:40", "2026-05-13T07:10"), _w1)
        .Correct(Theo, "White powder in a sealed bag, about a kilogram.", "The seal and the amount were left out")
        .Offer(Theo, Nadia, "To store A")
        .Accept(Nadia, "2026-05-13T16:20:00Z", "998.4 g on receipt, within the tolerance of 2.0 g");

    private static DemoExhibit Misread() => new DemoExhibit(Halden.Number, "E-13", "OPS-55103")
        .Seize(Theo, "SUBSTANCE", "Brown crystals in a jar.", _unit, When.Between("2026-05-13T07:10", "2026-05-13T07:15"), _w1)
        .Offer(Theo, Nadia, "To store A")
        .Refuse(Nadia, "The seal differs by one digit from the photo", "OPS-55108");

    private static DemoExhibit Image() => new DemoExhibit(Halden.Number, "E-20", "CFP-90020")
        .Seize(Maya, "DIGITAL_DATA", "Image of the office server, on a sealed disk.", _unit, When.Moment("2026-05-13T09:05:00-04:00"), _w1, finder: Theo)
        .Offer(Maya, Nadia, "To store A")
        .Accept(Nadia, "2026-05-13T16:40:00Z")
        .Offer(Nadia, Piet, "To Rotterdam under treaty request MLA-4")
        .Accept(Piet, "2026-05-20T11:30:00+02:00", "Hash computed anew: the same");

    private static DemoExhibit Missing() => new DemoExhibit(Halden.Number, "E-31", "OPS-55131")
        .Seize(Theo, "DOCUMENT", "Folder of delivery notes.", _unit, When.Between("2026-05-13T09:00", "2026-05-13T09:30"), _w1)
        .Offer(Theo, Nadia, "To store A, with the other forty-six");

    private static DemoExhibit Cash() => new DemoExhibit(Halden.Number, "E-40", "OPS-55140")
        .Seize(Theo, "CASH", "Bundles of banknotes, not counted.", _unit, When.Between("2026-05-13T10:00", "2026-05-13T10:20"), _w1)
        .Offer(Theo, Maya, "To be counted by two");

    private static DemoExhibit Unannounced() => new DemoExhibit(Halden.Number, "E-47", "OPS-55147")
        .Seize(Theo, "OTHER", "Roll of drum labels, \"resin hardener\".", _unit, When.PartOf("2026-05-13", "MORNING", "at the end"), _w1)
        .Offer(Theo, Nadia, "To store A")
        .Accept(Nadia, "2026-05-13T16:20:00Z", "Was not announced");

    // For two pairs of eyes: its number is drawn, so that the others miss none.
    private static DemoExhibit Notebook() => new DemoExhibit(Halden.Number, "notebook", "CFP-77131")
        .Seize(Maya, "DOCUMENT", "Notebook handed over by the source.", new { description = "The usual place" }, When.Day("2026-04-23"), Authority("CONSENT"),
            tlp: "RED", readers: ["jules.bedard"]);

    private static object Authority(string kind, string? reference = null) => new { kind, reference };
}
