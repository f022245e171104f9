namespace CaseManager.Server.Demo.World;

/// <summary>NG-2026-014: the case that the demonstration follows.</summary>
internal static class Halden
{
    public const string Number = "NG-2026-014";

    private const string Maya = "maya.roy";
    private const string Theo = "theo.lang";

    public static IEnumerable<DemoAct> Acts()
    {
        var file = new DemoCase(Number);
        Opens(file);
        Enquires(file);
        FollowsThePapers(file);
        Granite.Plans(file);
        Granite.Goes(file);
        return file.Acts;
    }

    private static void Opens(DemoCase file) => file
        .Open(Maya, "Halden", "A trading firm receives drums that its trade does not explain.", "HIGH", taskForce: Bodies.Northgate, team:
        [
            (Theo, "INVESTIGATOR"), ("amara.okafor", "COORDINATOR"), ("jules.bedard", "SUPERVISOR"), ("nadia.haddad", "EXHIBIT_CUSTODIAN"),
            ("daniel.reyes", "LIAISON"), ("sanne.bakker", "LIAISON"), ("lin.chen", "ANALYST"), ("marc.tremblay", "OBSERVER"), ("ines.ouellet", "AUDITOR"),
        ])
        .Move(Maya, "INVESTIGATION", "The tip is borne out by the papers");

    private static void Enquires(DemoCase file) => file
        .Record(Maya, "tip", When.PartOf("2026-04-18", "EVENING", "evening, about 20:00"),
            "Halden receives drums marked resin hardner; forklift driver says the smell is wrong.", Given.Protected, Given.Eu("B", "3"), ["tip", "halden"], "AMBER_STRICT")
        .Correct(Maya, "tip", "Misspelt", "Halden receives drums marked resin hardener; forklift driver says the smell is wrong.")
        .Record(Maya, "firm", When.Day("2026-04-19"), "Halden Trading Ltd rents unit 6 of 48 Rockpoint Rd, Mississauga, since 2025-09.", Given.Paper("Lease 6"), Given.Eu("A", "1"), ["halden", "48 Rockpoint Rd"])
        .Record(Theo, "watch-1", When.Between("2026-04-19T06:10", "2026-04-19T11:40"), "Two deliveries. A white van, plate CKXR 482, waits outside for an hour.", Given.Watch("OBS-1"), Given.Uk("1", "A"), ["CKXR 482"])
        .Link(Theo, "watch-1", "CORROBORATES", "tip", "Deliveries as the report says")
        .Record(Theo, "plate", When.Moment("2026-04-20T09:05:00-04:00"), "CKXR 482 is registered to a leasing firm; the lessee is V. Sawa.", Given.Paper("MTO-311"), Given.Uk("1", "A"), ["CKXR 482", "sava"])
        .Link(Theo, "plate", "FOLLOWS_FROM", "watch-1")
        .Record(Maya, "phone", When.Moment("2026-04-20T13:30:00-04:00"), "Number +1 905 555 0142 is painted on the unit's door.", Given.Report(), Given.Eu("A", "1"), ["phone"])
        .Record(Maya, "name", When.Day("2026-04-20"), "The lease is signed \"Viktor Sava\"; the plate's lessee is \"V. Sawa\". One person: not yet decided.", Given.Paper("Lease 6"), Given.Nato("B", "3"), ["sava"])
        .Link(Maya, "name", "RELATED", "plate")
        .Record(Theo, "cyrillic", When.Day("2026-04-20"), "A trade page names Виктор Сава as agent of Qingtai Fine Chem.", Given.Open("trade page"), Given.Nato("D", "4"), ["sava", "qingtai"])
        .Link(Theo, "cyrillic", "RELATED", "name")
        .Record(Maya, "po-9", When.Moment("2026-04-21T10:15:00-04:00"), "Production order PO-9 served on the bank; due 2026-05-01 17:00 local.", Given.Order("PO-9"), tags: ["PO-9"])
        .Attach(Maya, "po-9", "urn:halden:po-9", "PO-9, stamped.pdf", "application/pdf", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", 184_220)
        .Record(Maya, "e-1", When.Moment("2026-04-22T08:40:00-04:00"), "Phone seized as E-1, seal CFP-77120; in transit to store A.", Given.Report("E-1"), Given.Eu("A", "1"), ["E-1", "phone"])
        .Attach(Maya, "e-1", "urn:halden:e-1:photo", "E-1 seal.jpg", "image/jpeg", "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752", 912_334)
        .Record("nadia.haddad", "store", When.Moment("2026-04-22T16:05:00-04:00"), "E-1 received at store A; seal CFP-77120 whole.", Given.Report("A-2291"), Given.Eu("A", "1"), ["E-1"])
        .Link(Maya, "store", "FOLLOWS_FROM", "e-1")
        .Record("jules.bedard", "examen", When.PartOf("2026-04-23", "AFTERNOON", "en fin d'après-midi"), "Examen mensuel : deux constats, une directive – rapprocher les noms avant le 30.", Given.Report("EM-4"), tags: ["examen"])
        .Record(Maya, "handler", When.Day("2026-04-23"), "The source will speak once more, at the usual place.", Given.Protected, Given.Eu("B", "3"), ["tip"], "RED", ["jules.bedard"]);

    private static void FollowsThePapers(DemoCase file) => file
        .Record("lin.chen", "control-1", When.Day("2026-04-24"), "NPP (CAS 39742-60-4) and ANPP (CAS 21409-26-7) stand in Table I since 2017-10-18.", Given.Open("Table I"), Given.Eu("A", "1"), ["control"])
        .Record("lin.chen", "control-2", When.Day("2026-04-24"), "1-boc-4-piperidone (CAS 79099-07-3) and 4-piperidone (CAS 41661-47-6) stand in Table I since 2024-12-03.", Given.Open("Table I"), Given.Eu("A", "1"), ["control"])
        .Record("lin.chen", "control-3", When.Day("2026-04-24"), "Acetone (CAS 67-64-1): one jurisdiction asks for notice from 100 L; the order of 96 L stays below it.", Given.Paper("Order 96"), Given.Eu("B", "2"), ["control", "acetone"])
        .Record("sanne.bakker", "rotterdam", When.Moment("2026-04-24T15:10:00+02:00", When.Amsterdam), "The broker's register entry is released to Northgate: see NL-2026-77.", Given.Partner("NL-2026-77"), Given.Eu("A", "1"), ["broker"])
        .Record(Theo, "rfi-5", When.Moment("2026-04-25T11:00:00-04:00"), "RFI-5 sent to USDE: subscriber of the second number; urgent, 8 h; purpose: arrest planning.", Given.Report("RFI-5"), tags: ["RFI-5", "phone"])
        .Record("daniel.reyes", "rfi-5-answer", When.Moment("2026-04-25T16:12:00-04:00", When.NewYork), "Subscriber is a shell firm in Buffalo. Not in court, nor passed on, without our consent.", Given.Partner("RFI-5"), Given.Nato("A", "2"), ["RFI-5", "phone"], "AMBER_STRICT",
            caveats: Given.Handling("H1", "H2"))
        .Link("lin.chen", "control-3", "RELATED", "control-1")
        .Link(Theo, "rfi-5", "FOLLOWS_FROM", "phone")
        .Record(Theo, "watch-2", When.PartOf("2026-04-27", "NIGHT", "well after midnight"), "No light in the unit; the van is not there.", Given.Watch("OBS-2"), Given.Uk("1", "A"), ["CKXR 482"])
        .Record(Theo, "neighbour", When.PartOf("2026-04-27", "NIGHT", "two, maybe three in the morning"), "The neighbour heard drums rolled in the unit.", Given.Witness(), Given.Uk("2", "C"), ["48 Rockpoint Rd"])
        .Link(Theo, "neighbour", "CONTRADICTS", "watch-2", "The watch saw nobody")
        .Correct(Theo, "neighbour", "The neighbour is hard of hearing", grade: Given.Uk("3", "D"))
        .Record(Maya, "bank", When.Moment("2026-05-01T17:01:00-04:00"), "PO-9 is overdue: the bank has not answered.", Given.Order("PO-9"), tags: ["PO-9", "overdue"])
        .Link(Maya, "bank", "FOLLOWS_FROM", "po-9")
        .Record(Maya, "statements", When.Day("2026-05-04"), "The bank's statements: four payments to Qingtai Fine Chem, none for resin.", Given.Order("PO-9"), Given.Eu("A", "1"), ["PO-9", "qingtai"])
        .Tag(Maya, "statements", "money")
        .Record("jules.bedard", "avis", When.Day("2026-05-05", said: "après la réunion"), "Avis de la Couronne : les motifs suffisent pour le mandat W1.", Given.Order("W1"), tags: ["W1", "avis"])
        .Amend(Maya, "A trading firm receives drums that its trade does not explain; its bank papers show payments to an exporter of precursors.", "The bank's statements are in")
        .Prioritise(Maya, "URGENT", "Warrants are being drafted");
}
