namespace CaseManager.Server.Demo.World;

/// <summary>Cases of other agencies: one sealed, one for the eyes of all Northgate, one that is passed on only after asking.</summary>
internal static class PartnerCases
{
    private static readonly string[] _askFirst = ["H1", "H2"];

    public static IEnumerable<DemoAct> Acts() => [Compartment(), .. Sealed().Acts, .. Rotterdam().Acts, .. Informant().Acts];

    // The name tells nothing of what stands in it.
    private static DemoAct Compartment() => new("desk.ops7", "establishCompartment", new { name = "QUARRY" }, "QUARRY");

    // Known to the desk alone: the officers of Northgate, Theo Lang among them, get the answer of a case that does not exist.
    private static DemoCase Sealed() => new DemoCase("OPS-2026-207")
        .Open("desk.ops7", "Sealed", "Sealed by order of the court until 2026-12-01.", "HIGH", caveats: new { compartments = new[] { new The("QUARRY") } })
        .Record("desk.ops7", "place", When.Between("2026-05-11T18:00", "2026-05-14T06:00"),
            "Enforcement action planned at unit 6, 48 Rockpoint Rd.", Given.Order("O-207"), Given.Uk("1", "A"), ["planned"])
        .Move("desk.ops7", "INVESTIGATION", "Order granted");

    private static DemoCase Rotterdam() => new DemoCase("NL-2026-77")
        .Open("piet.devries", "Broker, Rotterdam", "A broker's office arranges transport for several consignees overseas.", "HIGH",
            taskForce: Bodies.Northgate, audience: "TASK_FORCE", team: [("sanne.bakker", "LIAISON")])
        .Move("piet.devries", "INVESTIGATION", "Taken on after the hand-over meeting")
        .Record("piet.devries", "register", When.Day("2026-04-08", When.Amsterdam),
            "Commercial register: the broker's only client in Canada is written \"Halden Trdg. Limited\".", Given.Paper("KvK 77-04"), Given.Eu("A", "1"),
            ["halden", "broker"])
        .Record("sanne.bakker", "papers", When.PartOf("2026-04-14", "MORNING", "voor de lunch", When.Amsterdam),
            "Bill of lading shows HS 2933.39 for drums described as resin hardener.", Given.Paper("BL 0414"), Given.Eu("B", "2"), ["hs-2933.39"])
        .Record("piet.devries", "visitor", When.Moment("2026-04-16T14:20:00+02:00", When.Amsterdam),
            "A visitor signs as Wiktor Sawa and asks for the release papers.", Given.Watch("NL-OBS-3"), Given.Eu("A", "2"), ["sava"])
        .Link("piet.devries", "visitor", "RELATED", "papers", "The papers asked for are these");

    // Theirs who supervise Northgate to open in an emergency, and nobody's to pass on before NLFI was asked.
    private static DemoCase Informant() => new DemoCase("NL-2026-81")
        .Open("piet.devries", "Invoice, Rotterdam", "Who pays the broker, as an informant tells it. Another agency is let in only after asking.", "HIGH",
            taskForce: Bodies.Northgate, team: [("sanne.bakker", "LIAISON"), ("maya.roy", "PRIMARY_INVESTIGATOR")], caveats: new { handling = _askFirst })
        .Move("piet.devries", "INVESTIGATION", "Taken on after the report of the informant")
        .Record("sanne.bakker", "invoice", When.Day("2026-04-21", When.Amsterdam), "Invoice found in Rotterdam: storage paid in cash for eleven drums.",
            Given.Paper("NL-R-12"), Given.Eu("A", "2"), ["broker"])
        .Record("piet.devries", "told", When.PartOf("2026-04-22", "EVENING", "na het werk", When.Amsterdam), "The payer is to come for the papers in person on Friday.",
            Given.Watch("NL-INF-5"), Given.Eu("B", "2"), ["broker"]);
}
