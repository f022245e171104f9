namespace CaseManager.Server.Demo.World;

/// <summary>Operation GRANITE as its board shows it: five sites of four agencies, a go that was held, and the one that followed.</summary>
internal static class FiveSites
{
    public const string Name = "GRANITE";

    private const string Amara = "amara.okafor";
    private const string Maya = "maya.roy";
    private const string Theo = "theo.lang";
    private const string Jules = "jules.bedard";
    private const string Piet = "piet.devries";
    private const string Daniel = "daniel.reyes";

    public static IEnumerable<DemoAct> Acts()
    {
        var granite = new DemoOperation(Name);
        Plans(granite);
        GetsReady(granite);
        GoesAndHolds(granite);
        GoesAgain(granite);
        return [.. granite.Acts, Link("go-2", "The decision, as it was given"), Link("w1", "Its hours set the time"), Dies];
    }

    // Nobody has received it yet: it is provisional, and with Theo.
    private static DemoAct Dies => new(Theo, "seizeExhibitAtSite", new
    {
        site = new The($"{Name}/S1"), @case = new The(Halden.Number), number = "E-46", kind = "EQUIPMENT", description = "Two dies for a tablet press, stamped M30.",
        seal = "OPS-55146", occurred = When.Between("2026-05-13T08:10", "2026-05-13T08:40"), authority = new { kind = "SEARCH_WARRANT", reference = "W1" },
    });

    private static DemoAct Link(string entry, string reason) =>
        new(Amara, "linkRecords", new { from = new The(Name), to = new The($"{Halden.Number}/{entry}"), kind = "RELATED", reason });

    private static void Plans(DemoOperation granite) => granite
        .Plan(Amara, "Enter five sites at one moment, secure precursors and papers, nobody warned.", Bodies.Northgate, Halden.Number,
            "2026-05-13T05:30", When.Toronto,
            ("Briefing", -180), ("Staging", -60), ("Containment", -5), ("Entry", 0), ("Secured", 15), ("Search", 30), ("Handover", 300))
        .Give(Amara, Jules, "SUPERVISOR", "Watches over the unit's operations")
        .Give(Amara, "ines.ouellet", "AUDITOR", "Reads along")
        .Add(Amara, "S1", "Warehouse", "48 Rockpoint Rd unit 6, Mississauga", (43.589045m, -79.644119m), "OPS", Theo, When.Toronto, essential: true,
            new { reference = "W1", from = "2026-05-10T00:00", until = "2026-05-17T00:00", dailyFrom = "06:00:00", dailyUntil = "21:00:00" })
        .Add(Amara, "S2", "Suspected lab", "2210 rue du Résinier, Laval", (45.561720m, -73.729860m), "CFP", Maya, When.Toronto, essential: true,
            new { reference = "W2", from = "2026-05-12T00:00", until = "2026-05-15T00:00" })
        .Add(Amara, "S3", "Storage", "13877 Tamarack Mews, Surrey BC", (49.191870m, -122.846310m), "CFP", Jules, "America/Vancouver", essential: true,
            new { reference = "W3, night service authorised", from = "2026-05-12T00:00", until = "2026-05-15T00:00" })
        .Add(Amara, "S4", "Broker's office", "Zoutkade 114, Rotterdam", (51.913540m, 4.485260m), "NLFI", Piet, When.Amsterdam, essential: true,
            new { reference = "NL order", from = "2026-05-13T00:00", until = "2026-05-14T00:00", dailyFrom = "08:00:00", dailyUntil = "20:00:00" })
        .Add(Amara, "S5", "Stash house", "57 Lackland Ave, Buffalo NY", (42.897030m, -78.848760m), "USDE", Daniel, When.NewYork, essential: true,
            new { reference = "US warrant, night service authorised", from = "2026-05-12T00:00", until = "2026-05-20T00:00" })
        .Give(Amara, Theo, "LIAISON", "Speaks for OPS")
        .Give(Amara, "sanne.bakker", "LIAISON", "Speaks for NLFI")
        .Give(Amara, Daniel, "LIAISON", "Speaks for USDE")
        .Move(Amara, "2026-05-13T06:15", When.Toronto, "W1 allows entry from 06:00 local only");

    private static void GetsReady(DemoOperation granite) => granite
        .Ready(Theo, "S1").Ready(Maya, "S2", "Hazmat team in place").Ready(Jules, "S3").Ready(Daniel, "S5")
        .NotReady(Piet, "S4", "Communications check is three hours old")
        .Ready(Piet, "S4", "Checked again");

    private static void GoesAndHolds(DemoOperation granite) => Vote(granite)
        .Go(Amara, "GO-1")
        .Hear(Theo, "S1").Hear(Maya, "S2").Hear(Jules, "S3").Hear(Piet, "S4").Hear(Daniel, "S5")
        .Quash(Maya, "S2", "W2 quashed by the court")
        .Hear(Jules, "S3").Hear(Theo, "S1").Hear(Maya, "S2").Hear(Piet, "S4");

    private static void GoesAgain(DemoOperation granite) =>
        Vote(granite
            .Replace(Maya, "S2", new { reference = "W2b", from = "2026-05-13T00:00", until = "2026-05-15T00:00" }, "Takes the place of W2")
            .Ready(Maya, "S2"))
        .Go(Amara, "GO-2, on warrant W2b")
        .Hear(Theo, "S1").Hear(Maya, "S2").Hear(Jules, "S3").Hear(Piet, "S4");

    private static DemoOperation Vote(DemoOperation granite) =>
        granite.Vote(Daniel, "USDE").Vote("sanne.bakker", "NLFI").Vote(Theo, "OPS").Vote(Amara, "CFP");
}
