namespace CaseManager.Server.Tests.Api;

/// <summary>A question for every root field of the schema, with as much below it as there is to show.</summary>
internal static class EverythingAsked
{
    private const string Entry = "id text changedBy { id } derivation { record { id } } links { nodes { link { id } other { id } } } history { version fields { field is } }";
    private const string Item = "id number holder { id } case { id } custodyChain { outcome } links { nodes { link { id } other { id } } } history { version }";
    private const string Duty = "id title case { id } dependsOn { id } assignee { id } history { version }";
    private const string Place = "id place operation { id } history { version } links { nodes { link { id } } }";
    private const string File = "id title taskForce { id } lead { id } team { nodes { officer { id } grant { id } } } history { version }";
    private const string Raid = "id name case { id } partnerSites { nodes { id number } } sites { nodes { id place } } board { lines { number } } team { nodes { grant { id } } } history { version } links { nodes { link { id } } }";

    private const string Emergency = "id officer { id } case { id } taskForce { id } endedBy { id } reviewedBy { id } history { version }";

    /// <summary>By root field; the variables are <c>$case</c>, <c>$entry</c>, <c>$exhibit</c>, <c>$task</c>, <c>$operation</c>, <c>$site</c>, <c>$force</c>, <c>$number</c>, <c>$compartment</c>, <c>$emergency</c>, <c>$release</c>, <c>$planned</c>.</summary>
    public static readonly Dictionary<string, string> Questions = new()
    {
        ["agencies"] = "{ agencies { nodes { id name } } }",
        ["case"] = "query($case: ID!) { case(id: $case) { " + File + " timeline(first: 3) { nodes { " + Entry + " } } tasks { nodes { id } } exhibits { nodes { id } } changedSinceMyLastVisit { nodes { id } } myLastVisit myEmergency { id } } }",
        ["caseByNumber"] = "query($number: String!) { caseByNumber(number: $number) { " + File + " } }",
        ["caseFigures"] = "{ caseFigures(by: STAGE) { key count } }",
        ["cases"] = "{ cases(first: 3) { totalCount nodes { " + File + " } edges { cursor node { id } } } }",
        ["compartment"] = "query($compartment: ID!) { compartment(id: $compartment) { id name insiders { nodes { id officer { id } } } history { version } } }",
        ["compartments"] = "{ compartments { nodes { id insiders { nodes { id } } } } }",
        ["conflicts"] = "{ conflicts(first: 10) { nodes { id event { id } ourOfficers { id } reveal { id text } } } }",
        ["deconflictionEvent"] = "query($planned: ID!) { deconflictionEvent(id: $planned) { id contact note history { version } } }",
        ["deconflictionEvents"] = "{ deconflictionEvents(first: 10) { nodes { id contact officer { id } } } }",
        ["emergencies"] = "{ emergencies(first: 5) { totalCount nodes { " + Emergency + " } } }",
        ["emergency"] = "query($emergency: ID!) { emergency(id: $emergency) { " + Emergency + " } }",
        ["exhibit"] = "query($exhibit: ID!) { exhibit(id: $exhibit) { " + Item + " } }",
        ["exhibitFigures"] = "{ exhibitFigures(by: STATUS) { key count } }",
        ["exhibits"] = "{ exhibits(first: 4) { nodes { " + Item + " } } }",
        ["exposure"] = "query($case: ID!) { exposure(record: $case, from: \"" + DateTimeOffset.UtcNow.AddDays(-1).ToString("O") + "\", first: 10) { totalCount nodes { officer { id } could { from } } } }",
        ["health"] = "{ health { facts } }",
        ["inbox"] = "{ inbox(first: 20) { nodes { kind case { id } record { id } } } }",
        ["interestMatches"] = "{ interestMatches(first: 10) { nodes { id case { id } entries { id } exhibits { id } asker { id } } } }",
        ["interests"] = "{ interests(first: 10) { nodes { id words contacts { nodes { id message } } } } }",
        ["me"] = "{ me { id grants(first: 20) { nodes { id case { id } operation { id } taskForce { id } } } } }",
        ["node"] = "query($entry: ID!) { node(id: $entry) { id } }",
        ["nodes"] = "query($case: ID!, $entry: ID!, $task: ID!) { nodes(ids: [$case, $entry, $task]) { id } }",
        ["officers"] = "{ officers(where: { name: { eq: \"Maya Roy\" } }) { nodes { id grants { nodes { id case { id } } } } } }",
        ["operation"] = "query($operation: ID!) { operation(id: $operation) { " + Raid + " acknowledgements { nodes { id } } } }",
        ["operations"] = "{ operations(first: 2) { nodes { " + Raid + " } } }",
        ["point"] = "{ point }",
        ["readLog"] = "{ readLog(first: 10) { nodes { officer { id } record { id } emergency { id } } } }",
        ["releaseRequest"] = "query($release: ID!) { releaseRequest(id: $release) { id case { id } reached { nodes { id } } history { version } } }",
        ["releaseRequests"] = "{ releaseRequests { nodes { id reached { nodes { id } } } } }",
        ["search"] = "{ search(text: \"drums\", first: 10) { nodes { excerpt { text } record { id } } } }",
        ["site"] = "query($site: ID!) { site(id: $site) { " + Place + " } }",
        ["task"] = "query($task: ID!) { task(id: $task) { " + Duty + " } }",
        ["taskFigures"] = "{ taskFigures(by: STATUS) { key count } }",
        ["taskForce"] = "query($force: ID!) { taskForce(id: $force) { id members { nodes { id officer { id } } } history { version } } }",
        ["taskForces"] = "{ taskForces { nodes { id members { nodes { id } } } } }",
        ["tasks"] = "{ tasks(first: 5) { nodes { " + Duty + " } } }",
        ["timelineEntry"] = "query($entry: ID!) { timelineEntry(id: $entry) { " + Entry + " } }",
        ["workloads"] = "{ workloads { officer { id } open } }",
    };

    /// <summary>The root fields after which something above TLP:GREEN must have been shown, or the check would pass on nothing.</summary>
    public static readonly string[] Telling =
    [
        "case", "caseByNumber", "cases", "compartment", "compartments", "conflicts", "deconflictionEvent", "deconflictionEvents", "emergencies", "emergency", "exhibit", "exhibits", "inbox", "interestMatches", "interests", "me", "node", "nodes", "officers", "operation", "operations", "readLog", "releaseRequest", "releaseRequests", "search", "site", "task",
        "tasks", "timelineEntry",
    ];
}
