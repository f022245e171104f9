namespace CaseManager.Server.Demo.World;

/// <summary>What is asked of whom on Halden: Theo Lang has nineteen tasks, four of them overdue.</summary>
internal static class Errands
{
    private const string Maya = "maya.roy";
    private const string Amara = "amara.okafor";
    private const string Theo = "theo.lang";

    public static IEnumerable<DemoAct> Acts()
    {
        var halden = new DemoTasks(Halden.Number);
        Overdue(halden);
        Laboratory(halden);
        ForTheo(halden);
        ForOthers(halden);
        return halden.Acts;
    }

    private static void Overdue(DemoTasks on) => on
        .Ask(Maya, "neighbour", Theo, "Hear the neighbour again, with somebody who speaks up", "2026-05-04T17:00")
        .Ask(Maya, "lessee", Theo, "Find the lessee of CKXR 482", "2026-05-06T12:00")
        .Ask(Amara, "s1-log", Theo, "Hand in the log of S1", "2026-05-14T09:00", mandatory: true)
        .Ask(Amara, "s1-count", Theo, "Explain 46 against 47 items", "2026-05-15T17:00", mandatory: true);

    // The warehouse line is taken up when the result is there, and not before.
    private static void Laboratory(DemoTasks on) => on
        .Ask(Maya, "l-2", "lin.chen", "Lab result L-2", "2031-06-02T17:00", details: "Purity of what E-12 holds.")
        .Ask(Maya, "warehouse", Theo, "Warehouse line: who rented before Halden", "2031-06-30T17:00", mandatory: true, after: "l-2");

    private static void ForTheo(DemoTasks on)
    {
        foreach (var (name, title, due) in new[]
        {
            ("drivers", "Statements of the three forklift drivers", "2031-01-15T17:00"), ("tolls", "Toll records of CKXR 482", "2031-01-20T17:00"),
            ("cameras", "Images of the cameras on Rockpoint Rd", "2031-01-22T17:00"), ("lease", "Original of lease 6", "2031-02-03T12:00"),
            ("scale", "Calibration of the scale used at S1", "2031-02-10T12:00"), ("keys", "Whose keys open unit 6", "2031-02-14T17:00"),
            ("child", "Tell child services what was seen at S1", "2031-02-17T09:00"), ("van", "Owner before the leasing firm", "2031-03-03T17:00"),
            ("pallets", "Marks on the pallets", "2031-03-10T17:00"), ("waste", "Where the unit's waste went", "2031-03-17T17:00"),
            ("power", "Power bills of the unit", "2031-03-24T17:00"), ("insurer", "What the insurer was told", "2031-04-07T17:00"),
            ("phone-2", "Calls of the second number", "2031-04-14T17:00"), ("witnesses", "Witness list for counsel", "2031-05-05T17:00"),
        })
            on.Ask(Maya, name, Theo, title, due);
        on.Start(Theo, "drivers").Start(Theo, "tolls").Start(Theo, "witnesses");
    }

    private static void ForOthers(DemoTasks on) => on
        .Ask(Maya, "labels", "lin.chen", "Compare the drums' labels with the Rotterdam papers", "2031-01-10T17:00").Complete("lin.chen", "labels", "They agree: HS 2933.39.")
        .Ask(Maya, "disc-1", "nadia.haddad", "Settle DISC-1: where is E-31", "2031-01-12T17:00", mandatory: true)
        .Ask(Amara, "s5", "daniel.reyes", "After-action notes of S5", "2031-01-31T17:00")
        .Ask(Maya, "names", Maya, "Decide whether Sava and Sawa are one person", "2031-02-28T17:00")
        .Ask(Amara, "index", Maya, "Disclosure index for counsel", "2031-06-15T17:00", mandatory: true);
}
