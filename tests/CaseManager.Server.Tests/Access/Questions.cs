namespace CaseManager.Server.Tests.Access;

/// <summary>What is asked of the schema: every root field and every edge, so that a new one without a question fails (<see cref="Coverage"/>).</summary>
internal static class Questions
{
    private const string Changes =
        "history { version what reason by { id } agency { code } fields { field was is wasOfficer { id } isOfficer { id } } }";

    private const string Links = "links(first: 20) { totalCount nodes { kind reason link { id } other { __typename id } linkedBy { id } } }";

    private const string Marked =
        "marking { tlp handling handlingTexts originators { code } releasedTo { countries agencies { code } } notTo { countries agencies { code } } compartments { id } embargoUntil }";

    /// <summary>One record by its type, from the field that finds it to all that hangs on it; $id its id, $at the time of as-of.</summary>
    public static readonly IReadOnlyDictionary<string, string> Details = new Dictionary<string, string>
    {
        ["Case"] = $$"""
            query($id: ID!) { found: case(id: $id) { id version {{Marked}} number title summary tlp stage lead { id } leadAgency { code } openedBy { id } closedBy { id } closureProposedBy { id }
              taskForce { id } myLastVisit {{Changes}}
              timeline(first: 30, where: { derived: { eq: false } }) { totalCount nodes { id } }
              told: timeline(first: 30, where: { derived: { eq: true } }) { totalCount nodes { text derivation { fact record { __typename id } } } }
              timelineHistogram { from until count } changedSinceMyLastVisit(first: 20) { totalCount nodes { id } }
              myEmergency { id } exhibits(first: 20) { totalCount nodes { id } } tasks(first: 20) { totalCount nodes { id } } team(first: 20) { totalCount nodes { officer { id } roles { role from } grant { id } } } } }
            """,
        ["Case then"] = """
            query($id: ID!, $at: DateTime!) { found: case(id: $id, asOf: $at) { id
              timeline(first: 30, asOf: $at, where: { derived: { eq: false } }) { totalCount nodes { id } } timelineHistogram(asOf: $at) { count } exhibits(first: 20, asOf: $at) { totalCount nodes { id } }
              team(first: 20, at: $at) { totalCount nodes { grant { id } } } } }
            """,
        ["TimelineEntry"] = $$"""
            query($id: ID!) { found: timelineEntry(id: $id) { id version {{Marked}} text tlp tags case { id } recordedBy { id } changedBy { id } originator { code } attachments { reference } derivation { fact } {{Changes}} {{Links}} } }
            """,
        ["Exhibit"] = $$"""
            query($id: ID!, $at: DateTime!) { found: exhibit(id: $id) { id version {{Marked}} number description seal case { id } finder { id } holder { id } holderAgency { code } offeredTo { id } recordedBy { id } changedBy { id }
              originator { code } seizedFor { code } coordinates { latitude } custodyChain { transfer from { id } to { id } } holdings { holder { id } since } holderAt(at: $at) { holder { id } } {{Changes}} {{Links}} } }
            """,
        ["Exhibit then"] = "query($id: ID!, $at: DateTime!) { found: exhibit(id: $id, asOf: $at) { id case { id } } }",
        ["Task"] = $$"""
            query($id: ID!) { found: task(id: $id) { id version {{Marked}} title case { id } assignee { id } assigneeAgency { code } createdBy { id } settledBy { id } dependsOn { id } blocked awaitedBy(first: 20) { totalCount nodes { id } } {{Changes}} } }
            """,
        ["Operation"] = $$"""
            query($id: ID!) { found: operation(id: $id) { id version {{Marked}} name aim case { id } leadAgency { code } plannedBy { id } taskForce { id } phases { name } {{Changes}} {{Links}}
              acknowledgements(first: 10) { totalCount nodes { id } } partnerSites(first: 10) { totalCount nodes { id } } sites(first: 10) { totalCount nodes { id } } team(first: 20) { totalCount nodes { officer { id } roles { role } grant { id } } }
              decisions { kind by { id } quorum { code } sites { number } } votes { agency { code } by { id } } } }
            """,
        ["Operation then"] = """
            query($id: ID!, $at: DateTime!) { found: operation(id: $id, asOf: $at) { id board(asOf: $at) { lines { site { id place } } } partnerSites(first: 10, asOf: $at) { totalCount nodes { id } } sites(first: 10, asOf: $at) { totalCount nodes { id } } team(first: 20, at: $at) { totalCount nodes { grant { id } } } } }
            """,
        ["Operation board"] = """
            query($id: ID!, $at: DateTime!) { found: operation(id: $id) { id board { pin awaited { code } order { number by { id } quorum { code } sites { number } } lines { number phases { name } rules { rule check { by { id } } } site { id place } }
              votes { agency { code } by { id } } } policy { rules { rule } } ifHHour(at: $at) { site { id place } } earliestHHour(from: $at) { at complete } } }
            """,
        ["Site"] = $$"""
            query($id: ID!) { found: site(id: $id) { id version {{Marked}} number place agency { code } commander { id } authority { reference } coordinates { latitude } operation { id } {{Changes}} {{Links}} } }
            """,
        ["TaskForce"] = $$"""
            query($id: ID!) { found: taskForce(id: $id) { id version code leadAgency { code } memberships { agency { code } } members(first: 30) { totalCount nodes { id officer { id } } } {{Changes}} } }
            """,
        ["Compartment"] = $$"""
            query($id: ID!) { found: compartment(id: $id) { id version name agency { code } insiders(first: 30) { totalCount nodes { id officer { id } } } {{Changes}} } }
            """,
        ["EmergencyAccess"] = $$"""
            query($id: ID!) { found: emergency(id: $id) { id version reason note verdict case { id } officer { id } agency { code } taskForce { id } endedBy { id } reviewedBy { id } {{Changes}} } }
            """,
        ["ReleaseRequest"] = $$"""
            query($id: ID!) { found: releaseRequest(id: $id) { id version {{Marked}} case { id } to { code } originator { code } askedFor { code } askedBy { id } answeredBy { id }
              reached(first: 20) { totalCount nodes { id number reason release { id } originator { code } officer { id } by { id } } } {{Changes}} } }
            """,
        ["PartnerSite"] = "query($id: ID!) { found: node(id: $id) { id ... on PartnerSite { number operation { id } site { id } } } }",
        ["Acknowledgement"] = "query($id: ID!) { found: node(id: $id) { id ... on Acknowledgement { order site operation { id } } } }",
        ["Link"] = $$"""query($id: ID!) { found: node(id: $id) { id ... on Link { version {{Marked}} kind reason linkedBy { id } from { __typename id } to { __typename id } {{Changes}} } } }""",
        ["Grant"] = $$"""query($id: ID!) { found: node(id: $id) { id ... on Grant { version case { id } taskForce { id } operation { id } compartment { id } officer { id } periods { role from until } {{Changes}} } } }""",
        ["SavedView"] = $$"""query($id: ID!) { found: node(id: $id) { id ... on SavedView { version name query officer { id } {{Changes}} } } }""",
        ["Officer"] = $$"""query($id: ID!) { found: node(id: $id) { id ... on Officer { version name agency { code } grants(first: 40) { totalCount nodes { id } } savedViews(first: 40) { totalCount nodes { id } } {{Changes}} } } }""",
        ["Agency"] = $$"""query($id: ID!) { found: node(id: $id) { id ... on Agency { version code name {{Changes}} } } }""",
    };

    /// <summary>Lists of all that one may see, by the type that they list.</summary>
    public static readonly IReadOnlyDictionary<string, string> Lists = new Dictionary<string, string>
    {
        ["Case"] = "query($at: DateTime!) { found: cases(first: 50) { totalCount nodes { id } } then: cases(first: 50, asOf: $at) { totalCount nodes { id } } }",
        ["Exhibit"] = "query($at: DateTime!) { found: exhibits(first: 50) { totalCount nodes { id } } then: exhibits(first: 50, asOf: $at) { totalCount nodes { id } } }",
        ["ReleaseRequest"] = "{ found: releaseRequests(first: 50) { totalCount nodes { id } } }",
        ["Compartment"] = "{ found: compartments(first: 50) { totalCount nodes { id } } }",
        ["EmergencyAccess"] = "{ found: emergencies(first: 50) { totalCount nodes { id } } }",
        ["Task"] = "{ found: tasks(first: 50) { totalCount nodes { id } } }",
        ["Operation"] = "query($at: DateTime!) { found: operations(first: 50) { totalCount nodes { id } } then: operations(first: 50, asOf: $at) { totalCount nodes { id } } }",
    };

    /// <summary>The directories tell of all worlds; the name ($name) asks for this one's.</summary>
    public static readonly IReadOnlyDictionary<string, string> Directories = new Dictionary<string, string>
    {
        ["Officer"] = "query($name: String!) { found: officers(first: 50, where: { name: { contains: $name } }) { totalCount nodes { id } } }",
        ["TaskForce"] = "query($name: String!) { found: taskForces(first: 50, where: { name: { contains: $name } }) { totalCount nodes { id } } }",
        ["Agency"] = "{ found: agencies(first: 50) { totalCount nodes { id } } }",
    };

    /// <summary>Page by page; $after and $before where the last page ended, two rows each.</summary>
    public static string Forward(string list) =>
        $"query($after: String) {{ found: {list}(first: 2, after: $after) {{ totalCount edges {{ cursor node {{ id }} }} pageInfo {{ hasNextPage endCursor }} }} }}";

    public static string Backward(string list) =>
        $"query($before: String) {{ found: {list}(last: 2, before: $before) {{ totalCount edges {{ cursor node {{ id }} }} pageInfo {{ hasPreviousPage startCursor }} }} }}";

    public static readonly string[] Walked = ["cases", "compartments", "exhibits", "tasks", "operations"];

    public const string Figures = """
        { stage: caseFigures(by: STAGE) { key count } agency: caseFigures(by: LEAD_AGENCY) { key count } priority: caseFigures(by: PRIORITY) { key count } age: caseFigures(by: AGE) { key count }
          kind: exhibitFigures(by: KIND) { key count } status: exhibitFigures(by: STATUS) { key count } provisional: exhibitFigures(by: PROVISIONAL) { key count }
          progress: taskFigures(by: STATUS) { key count } asked: taskFigures(by: ASSIGNEE_AGENCY) { key count } workloads { officer { id } open overdue } }
        """;

    public const string Inbox = "{ inbox(first: 50) { totalCount nodes { kind case { id } record { __typename id } } } }";

    public const string Search =
        "query($text: String!) { search(text: $text, first: 20) { totalCount nodes { record { __typename id ... on TimelineEntry { derived } } excerpt { text matches } } } }";

    public const string Person =
        "query($person: ID!) { search(text: \"\", person: $person, first: 30) { totalCount nodes { record { __typename id } } } }";

    public const string ByNumber = "query($number: String!) { found: caseByNumber(number: $number) { id title } }";

    public const string Nodes = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";

    /// <summary>Who read what, as far as one oversees it: of nothing that one may not read oneself.</summary>
    public const string ReadLog =
        "{ readLog(first: 50) { totalCount nodes { at officer { id } agency { code } record { id } emergency { id } kind decision type times } } }";

    /// <summary>Who could see a record, for whoever oversees it; of what is hidden or not overseen, nobody.</summary>
    public const string Exposure =
        "query($id: ID!, $from: DateTime!) { found: exposure(record: $id, from: $from, first: 50) { totalCount nodes { officer { id } agency { code } could { from until roles named } did { kind } } } }";

    /// <summary>What one looks out for, what others look out for that one has, and what one was told; in a world where nobody looks out, nothing.</summary>
    public const string Interests =
        "{ interests(first: 10) { totalCount nodes { id officer { id } contacts(first: 2) { totalCount nodes { id interest { id } by { id } agency { code } } } } } interestMatches(first: 10) { totalCount nodes { id asker { id } askerAgency { code } case { id } taskForce { id } entries { id } exhibits { id } answeredBy { id } } } }";

    /// <summary>What one plans, and what one was told of others' plans; in a world where nobody plans, nothing.</summary>
    public const string Planned =
        "query($id: ID!) { deconflictionEvent(id: $id) { id agency { code } coordinates { latitude } targets { kind } officer { id } " + Changes + " " + Marked + " } deconflictionEvents(first: 10) { totalCount nodes { id } } "
        + "conflicts(first: 10) { totalCount nodes { id event { id } ourOfficers { id } ourSigner { id } theirSigner { id } " + Marked + " reveal { id agency { code } by { id } officers { id } conflict { id } " + Marked + " } } } }";

    public const string Notice =
        "query($id: ID!) { found: node(id: $id) { ... on ProbingNotice { id officer { id } agency { code } taskForce { id } lookUps } } }";

    public const string Oneself = "{ me { id name } point health { facts checks { name } messages { waiting } views { name } } }";

    /// <summary>What is followed, by the type of what it is about; $id its id, $since a point before something happened to it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Followed = new Dictionary<string, string>
    {
        ["Case"] = "subscription($id: ID!, $since: String) { found: caseChanged(case: $id, since: $since) { id title } }",
        ["TimelineEntry"] = "subscription($id: ID!, $since: String) { found: timelineChanged(case: $id, since: $since) { id text } }",
        ["Exhibit"] = "subscription($id: ID!, $since: String) { found: custodyChanged(exhibit: $id, since: $since) { id description } }",
        ["Operation"] = "subscription($id: ID!, $since: String) { found: boardChanged(operation: $id, since: $since) { pin lines { number site { id } } } }",
    };

    public const string FollowedInbox = "subscription { found: inboxChanged { waiting overdue } }";

    public const string FollowedLists = "subscription { found: listsChanged(types: [\"Case\"]) { types } }";

    /// <summary>Everything that is asked, for whoever checks that nothing is left out.</summary>
    public static IEnumerable<string> All =>
    [
        .. Details.Values, .. Lists.Values, .. Directories.Values, .. Walked.Select(Forward), .. Walked.Select(Backward), Figures, Inbox, Search, Person, ByNumber,
        Nodes, Oneself, ReadLog, Exposure, Interests, Planned, Notice, .. Followed.Values, FollowedInbox, FollowedLists,
    ];
}
