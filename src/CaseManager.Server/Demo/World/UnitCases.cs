namespace CaseManager.Server.Demo.World;

/// <summary>The rest of the unit's board: cases at every stage, so that there is something to supervise.</summary>
internal static class UnitCases
{
    private const string Lead = "maya.roy";
    private const string Supervisor = "jules.bedard";

    public static IEnumerable<DemoAct> Acts() =>
    [
        .. Borealis().Acts, .. Qingtai().Acts, .. Presses().Acts, .. Parcels().Acts, .. Storage().Acts, .. Letters().Acts, .. Gloves().Acts,
        .. Pharmacy().Acts,
    ];

    // Waits for a second person: the proposer cannot approve it.
    private static DemoCase Borealis() => Opened("CFP-2026-021", "Borealis", "Purchases of Borealis Resin Inc beyond its declared needs.")
        .Move(Lead, "INVESTIGATION", "Quantities checked")
        .Record(Lead, "visit", When.PartOf("2026-03-11", "AFTERNOON"), "Site visit: stock agrees with the books.", Given.Report(), Given.Nato("B", "2"), ["borealis"])
        .Record(Lead, "books", When.Day("2026-03-19"), "The auditor's report explains the purchases: a second kiln.", Given.Paper("AR-19"), Given.Nato("A", "1"), ["borealis"])
        .ProposeClosure(Lead, "NO_FURTHER_ACTION", "The purchases are explained; nothing is missing from the stock.");

    private static DemoCase Qingtai() => new DemoCase("NG-2026-019")
        .Open("amara.okafor", "Qingtai consignments", "Consignments of Qingtai Fine Chem to consignees of the task force's countries.", "HIGH",
            taskForce: Bodies.Northgate, audience: "TASK_FORCE",
            team: [(Lead, "PRIMARY_INVESTIGATOR"), (Supervisor, "SUPERVISOR"), ("lin.chen", "ANALYST")])
        .Move(Lead, "INVESTIGATION", "Three members hold consignments of the exporter")
        .Record("elena.cruz", "manzanillo", When.Day("2026-04-02", When.Mazatlan, "a primera hora"),
            "One container of the exporter left the port unopened; its seal number is on record.", Given.Partner("MX-402"), Given.Eu("B", "3"), ["qingtai"])
        .Record("lin.chen", "class", When.Day("2026-04-09"),
            "HS 2933.39 is a generic code: it neither names nor clears a controlled substance.", Given.Open(), Given.Eu("A", "1"), ["hs-2933.39"]);

    private static DemoCase Presses() => Opened("CFP-2026-012", "Tablet presses", "Presses imported in parts under two names.", "HIGH")
        .Move(Lead, "INVESTIGATION", "Parts traced to one address")
        .Record(Lead, "parts", When.Between("2026-02-12T08:00", "2026-02-14T17:00"), "Customs holds two of the five boxes.", Given.Partner("CBA-88"), Given.Uk("1", "A"), ["press"])
        .Move(Lead, "PENDING_CHARGES", "File handed to counsel");

    private static DemoCase Parcels() => Opened("CFP-2026-009", "Parcel hub", "Small parcels with one handwriting at the Mississauga hub.")
        .Move(Lead, "INVESTIGATION", "Postal inspection asks for help")
        .Record(Lead, "hand", When.Day("2026-02-27"), "Eleven parcels in one handwriting, nine senders.", Given.Witness(), Given.Uk("2", "B"), ["parcel"]);

    private static DemoCase Storage() => Opened("CFP-2025-064", "Cold storage", "A rented cold room that nobody visits.", "LOW")
        .Move(Lead, "INVESTIGATION", "Landlord's report confirmed")
        .Record(Supervisor, "repos", When.PartOf("2025-12-03", "MORNING", "vers 9 h 30"),
            "Aucune visite depuis six semaines ; le bail court jusqu'en mars.", Given.Report(), Given.Nato("B", "2"), ["bail"])
        .Move(Lead, "SUSPENDED", "At rest until the lease ends");

    private static DemoCase Letters() => Opened("CFP-2026-027", "Broker's letters", "Anonymous letters about a customs broker.", "LOW");

    private static DemoCase Gloves() => Opened("CFP-2025-031", "Glove importer", "False end-use statements for protective equipment.")
        .Move(Lead, "INVESTIGATION", "Statements contradict each other")
        .Move(Lead, "PENDING_CHARGES", "Counsel has the file")
        .Move(Lead, "BEFORE_COURTS", "Charged on two counts")
        .ProposeClosure(Lead, "CONCLUDED_AT_COURT", "Sentence passed on 2026-01-22; no appeal.")
        .ApproveClosure(Supervisor, "Relu et approuvé.");

    private static DemoCase Pharmacy() => Opened("CFP-2025-052", "Night pharmacy", "Break-ins at night pharmacies along one bus line.")
        .Move(Lead, "INVESTIGATION", "Third break-in")
        .ProposeClosure(Lead, "UNFOUNDED", "The three had three different causes.")
        .ApproveClosure(Supervisor, "D'accord.")
        .Reopen(Supervisor, "Un quatrième vol, le même outil.")
        .Record(Lead, "tool", When.PartOf("2026-03-02", "NIGHT", "between the last bus and the first"), "The same tool mark as at the second.", Given.Report("TM-4"), Given.Nato("A", "2"), ["tool-mark"]);

    private static DemoCase Opened(string number, string title, string summary, string priority = "NORMAL") => new DemoCase(number)
        .Open(Lead, title, summary, priority, team: [(Supervisor, "SUPERVISOR"), ("ines.ouellet", "AUDITOR")]);
}
