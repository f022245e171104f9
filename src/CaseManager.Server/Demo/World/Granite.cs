namespace CaseManager.Server.Demo.World;

/// <summary>Operation GRANITE as Halden's timeline tells it.</summary>
internal static class Granite
{
    private const string Amara = "amara.okafor";
    private const string Theo = "theo.lang";

    public static void Plans(DemoCase file) => file
        .Record("maya.roy", "w1", When.Moment("2026-05-07T14:00:00-04:00"), "Search warrant W1 for unit 6: 10 to 16 May, 06:00 to 21:00 local only.", Given.Order("W1"), tags: ["W1", "granite"])
        .Attach("maya.roy", "w1", "https://records.example/w1", "W1, signed.pdf", "application/pdf", "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae", 96_400)
        .Record(Amara, "h-hour", When.Moment("2026-05-08T09:00:00-04:00"), "Planned entry 05:30 local lies outside W1's hours; earliest time that suits all five sites: 10:00Z.", Given.Report("GRANITE-R1"), tags: ["granite"])
        .Link(Amara, "h-hour", "FOLLOWS_FROM", "w1")
        .Record(Amara, "h-hour-2", When.Moment("2026-05-08T11:30:00-04:00"), "H-hour set to 2026-05-13 10:15Z: 06:15 in Toronto, 12:15 in Rotterdam.", Given.Report("GRANITE-R1"), tags: ["granite"])
        .Link(Amara, "h-hour-2", "FOLLOWS_FROM", "h-hour")
        .Record("daniel.reyes", "s5", When.Between("2026-05-09T13:00", "2026-05-09T18:30", When.NewYork), "Stash house, Buffalo: two adults come and go; a dog in the yard.", Given.Partner("BUF-12"), Given.Nato("B", "2"), ["granite", "S5"])
        .Record(Theo, "s1-child", When.PartOf("2026-05-02", "MORNING", "before school"), "A child was seen at the unit with one of the drivers.", Given.Watch("OBS-5"), Given.Uk("1", "A"), ["granite", "S1", "child"])
        .Tag(Amara, "s1-child", "risk");

    public static void Goes(DemoCase file) => file
        .Record(Amara, "briefed", When.Moment("2026-05-13T07:15:00Z"), "Briefing done at all sites.", Given.Report(), tags: ["granite"])
        .Record(Amara, "go-1", When.Moment("2026-05-13T09:52:10Z"), "GO-1: USDE, NLFI, OPS and CFP vote go.", Given.Report("GO-1"), tags: ["granite", "decision"])
        .Record(Amara, "hold", When.Moment("2026-05-13T09:55:02Z"), "W2 quashed by the court: all sites hold.", Given.Order("W2"), tags: ["granite", "decision", "S2"])
        .Link(Amara, "hold", "CONTRADICTS", "go-1", "GO-1 rested on W2")
        .Record(Amara, "go-2", When.Moment("2026-05-13T10:11:40Z"), "GO-2 on warrant W2b.", Given.Report("GO-2"), tags: ["granite", "decision"])
        .Record(Theo, "s1", When.Moment("2026-05-13T10:15:20Z"), "S1 entered.", Given.Report(), tags: ["granite", "S1"])
        .Record(Amara, "s2", When.Moment("2026-05-13T10:15:05Z"), "S2 entered. Unknown substance: this site halts for the hazmat team, the others go on.", Given.Report(), tags: ["granite", "S2"])
        .Record("sanne.bakker", "s4", When.Moment("2026-05-13T12:16:00+02:00", When.Amsterdam), "S4: twee personen niet aanwezig; documents secured.", Given.Partner("S4"), tags: ["granite", "S4"])
        .Record("daniel.reyes", "s5-entry", When.Moment("2026-05-13T06:17:30-04:00", When.NewYork), "S5: no contact.", Given.Partner("S5"), tags: ["granite", "S5"])
        .Record(Theo, "seizure", When.Between("2026-05-13T06:40", "2026-05-13T11:30"), "S1: 46 items booked as provisional exhibits, E-12 under seal OPS-55102.", Given.Report("S1-log"), Given.Uk("1", "A"), ["granite", "S1", "exhibits"])
        .Correct(Theo, "seizure", "Counted again", "S1: 47 items booked as provisional exhibits, E-12 under seal OPS-55102.")
        .Record(Amara, "stand-down", When.Moment("2026-05-13T15:40:00Z"), "Stand-down; all sites acknowledge.", Given.Report(), tags: ["granite"])
        .Record("nadia.haddad", "intake", When.Moment("2026-05-13T16:20:00Z"), "Store A scans the labels: E-31 is missing, E-47 was not announced.", Given.Report("DISC-1"), Given.Eu("A", "1"), ["exhibits", "granite"])
        .Link(Amara, "intake", "CONTRADICTS", "seizure", "E-31")
        .Record("jules.bedard", "bilan", When.PartOf("2026-05-14", "MORNING", "à la première heure"), "Bilan : cinq sites, une suspension, aucun blessé.", Given.Report("BR-1"), tags: ["granite", "bilan"])
        .Record("lin.chen", "labels", When.Day("2026-05-15"), "The drums' labels agree with the Rotterdam papers: HS 2933.39.", Given.Paper("LBL-3"), Given.Eu("A", "2"), ["hs-2933.39"])
        .Link("lin.chen", "labels", "CORROBORATES", "rotterdam");
}
