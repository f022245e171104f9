namespace CaseManager.Server.Tests.Api;

/// <summary>What an act is aimed at.</summary>
public sealed record Target(string Case, string Entry, string OtherEntry, string Officer, string TaskForce)
{
    public string Task { get; init; } = "";

    public string Exhibit { get; init; } = GlobalIds.Nothing("Exhibit");

    public string Operation { get; init; } = GlobalIds.Nothing("Operation");

    public string Site { get; init; } = GlobalIds.Nothing("Site");

    public string Compartment { get; init; } = GlobalIds.Nothing("Compartment");

    public string Emergency { get; init; } = GlobalIds.Nothing("EmergencyAccess");

    public string Interest { get; init; } = GlobalIds.Nothing("Interest");

    public string InterestMatch { get; init; } = GlobalIds.Nothing("InterestMatch");

    public string DeconflictionEvent { get; init; } = GlobalIds.Nothing("DeconflictionEvent");

    public string Conflict { get; init; } = GlobalIds.Nothing("Conflict");

    public string SavedView { get; init; } = GlobalIds.Nothing("SavedView");

    /// <summary>Of the case, for an agency.</summary>
    public string Release { get; init; } = GlobalIds.Nothing("ReleaseRequest");

    /// <summary>The same with ids that name nothing.</summary>
    public static Target Nothing(string officer) => new(
        GlobalIds.Nothing("Case"), GlobalIds.Nothing("TimelineEntry"), GlobalIds.Nothing("TimelineEntry"), officer, GlobalIds.Nothing("TaskForce"))
    {
        Task = GlobalIds.Nothing("Task"),
    };
}

/// <summary>For each mutation an input that is well formed in all its fields.</summary>
public static class Acts
{
    private const string Why = "Because it was asked";
    private static readonly object Occurred = new { zone = "America/Toronto", at = "2026-04-18T20:00", said = "about eight" };
    private static readonly object Due = new { zone = "America/Toronto", at = DateTimeOffset.UtcNow.AddYears(1) };
    private static readonly object Source = new { kind = "WITNESS", reference = "W-1" };
    private static readonly object Grade = new { scheme = "EUROPOL_4X4", source = "B", information = "3" };

    private static readonly object HHour = new { at = "2026-05-14T06:15", zone = "America/Toronto" };
    private static readonly object Authority = new { reference = "W9", from = "2026-05-10T00:00", until = "2026-05-20T00:00", dailyFrom = "06:00:00", dailyUntil = "21:00:00" };

    // Nobody else acts there.
    private static readonly object Spot = new { latitude = -43.589045, longitude = -79.644119, radiusMetres = 300 };
    private static readonly object Ahead = new { zone = "Etc/UTC", from = $"{DateTimeOffset.UtcNow.AddDays(20):yyyy-MM-dd}T05:30", until = $"{DateTimeOffset.UtcNow.AddDays(20):yyyy-MM-dd}T09:30" };

    public static readonly IReadOnlyDictionary<string, Func<Target, object>> All = new Dictionary<string, Func<Target, object>>
    {
        ["registerAgency"] = _ => new { name = "Some body", country = "CA", zone = "America/Toronto" },
        ["registerOfficer"] = _ => new { subject = $"new.{Guid.NewGuid():n}", name = "New Officer", language = "fr-CA" },
        ["correctOfficerName"] = t => new { officer = t.Officer, version = 1, name = "Other Name", reason = Why },
        ["chooseLanguage"] = _ => new { language = "fr-CA" },
        ["saveView"] = _ => new { page = "cases", name = $"Urgent {Guid.NewGuid():n}", query = "priority=URGENT", shared = "NOBODY" },
        ["renameSavedView"] = t => new { view = t.SavedView, version = 1, name = $"Urgent {Guid.NewGuid():n}" },
        ["removeSavedView"] = t => new { view = t.SavedView },
        ["declareInterest"] = _ => new { words = "Rotterdam broker", purpose = Why, until = DateTimeOffset.UtcNow.AddDays(30) },
        ["withdrawInterest"] = t => new { interest = t.Interest, reason = Why },
        ["answerInterest"] = t => new { match = t.InterestMatch, answer = "DISMISS", message = Why },
        ["registerDeconflictionEvent"] = _ => new { @class = "SEARCH", urgency = "HIGH", place = Spot, window = Ahead, contact = "Desk CFP-2", note = Why },
        ["moveDeconflictionEvent"] = t => new { @event = t.DeconflictionEvent, version = 1_000, place = Spot, window = Ahead, reason = Why },
        ["closeDeconflictionEvent"] = t => new { @event = t.DeconflictionEvent, end = "DONE", reason = Why },
        ["consentToReveal"] = t => new { conflict = t.Conflict, text = Why, officers = new[] { t.Officer } },
        ["withdrawConsent"] = t => new { conflict = t.Conflict },
        ["proposeResolution"] = t => new { conflict = t.Conflict, resolution = "JOINT" },
        ["signResolution"] = t => new { conflict = t.Conflict, resolution = "JOINT" },
        ["establishCompartment"] = _ => new { name = "QUARRY" },
        ["readIntoCompartment"] = t => new { compartment = t.Compartment, officer = t.Officer, role = "INSIDER", from = DateTimeOffset.UtcNow.AddDays(1), until = DateTimeOffset.UtcNow.AddDays(2), reason = Why },
        ["readOutOfCompartment"] = t => new { compartment = t.Compartment, officer = t.Officer, role = "INSIDER", from = DateTimeOffset.UtcNow.AddDays(1), reason = Why },
        ["breakGlass"] = t => new { @case = t.Case, reason = Why, minutes = 60 },
        ["giveBackEmergencyAccess"] = t => new { emergencyAccess = t.Emergency, reason = Why },
        ["reviewEmergencyAccess"] = t => new { emergencyAccess = t.Emergency, verdict = "JUSTIFIED", note = Why },
        ["recordDeparture"] = t => new { officer = t.Officer, on = DateTimeOffset.UtcNow.AddDays(30), reason = Why },
        ["establishTaskForce"] = _ => new { code = $"X{Guid.NewGuid():n}"[..9].ToUpperInvariant(), name = "Force", purpose = "Purpose", agreement = "v1", since = "2026-02-02T00:00:00Z" },
        ["joinTaskForce"] = t => new { taskForce = t.TaskForce, agency = "CBA", from = DateTimeOffset.UtcNow.AddDays(30), until = DateTimeOffset.UtcNow.AddDays(40) },
        ["leaveTaskForce"] = t => new { taskForce = t.TaskForce, agency = "USDE", from = DateTimeOffset.UtcNow.AddDays(30), reason = Why },
        ["appointToTaskForce"] = t => new { taskForce = t.TaskForce, officer = t.Officer, role = "LIAISON", from = DateTimeOffset.UtcNow.AddDays(1), until = DateTimeOffset.UtcNow.AddDays(2), reason = Why },
        ["releaseFromTaskForce"] = t => new { taskForce = t.TaskForce, officer = t.Officer, role = "MEMBER", from = DateTimeOffset.UtcNow.AddDays(1), reason = Why },
        ["grantCaseAccess"] = t => new { @case = t.Case, officer = t.Officer, role = "OBSERVER", from = DateTimeOffset.UtcNow.AddDays(1), until = DateTimeOffset.UtcNow.AddDays(2), reason = Why },
        ["withdrawCaseAccess"] = t => new { @case = t.Case, officer = t.Officer, role = "OBSERVER", from = DateTimeOffset.UtcNow.AddDays(1), reason = Why },
        ["openCase"] = t => new
        {
            number = $"NG-2026-{Random.Shared.Next(100_000, 999_999)}", title = "Title", summary = "Summary", priority = "LOW", lead = t.Officer,
            taskForce = t.TaskForce, audience = "TASK_FORCE", tlp = "RED", readers = new[] { t.Officer }, team = Array.Empty<object>(),
        },
        ["amendCaseTitle"] = t => new { @case = t.Case, version = 1, title = "Another", reason = Why },
        ["amendCaseSummary"] = t => new { @case = t.Case, version = 1, summary = "Another", reason = Why },
        ["changeCasePriority"] = t => new { @case = t.Case, version = 1, priority = "URGENT", reason = Why },
        ["changeCaseLead"] = t => new { @case = t.Case, version = 1, lead = t.Officer, reason = Why },
        ["moveCaseToStage"] = t => new { @case = t.Case, version = 1, stage = "INVESTIGATION", reason = Why },
        ["markCaseVisited"] = t => new { @case = t.Case },
        ["proposeClosure"] = t => new { @case = t.Case, version = 1, outcome = "UNFOUNDED", reason = Why },
        ["approveClosure"] = t => new { @case = t.Case, version = 1, remark = "Agreed" },
        ["refuseClosure"] = t => new { @case = t.Case, version = 1, reason = Why },
        ["withdrawClosure"] = t => new { @case = t.Case, version = 1, reason = Why },
        ["reopenCase"] = t => new { @case = t.Case, version = 1, reason = Why },
        ["recordTimelineEntry"] = t => new { @case = t.Case, text = "Text", occurred = Occurred, source = Source, grade = Grade, tags = new[] { "tag" }, tlp = "RED", readers = new[] { t.Officer } },
        ["correctTimelineEntry"] = t => new { entry = t.Entry, version = 1, text = "Other", occurred = Occurred, source = Source, grade = Grade, reason = Why },
        ["tagTimelineEntry"] = t => new { entry = t.Entry, tag = "tag" },
        ["untagTimelineEntry"] = t => new { entry = t.Entry, tag = "tag" },
        ["linkRecords"] = t => new { from = t.Entry, to = t.OtherEntry, kind = "RELATED", reason = Why },
        ["unlinkRecords"] = t => new { from = t.Entry, to = t.OtherEntry, kind = "RELATED", reason = Why },
        ["referenceAttachment"] = t => new { entry = t.Entry, reference = "urn:photo:1", name = "Photo", mediaType = "image/jpeg", sha256 = new string('a', 64), size = 10 },
        ["seizeExhibit"] = t => new
        {
            @case = t.Case, number = $"E-{Random.Shared.Next(1, 99_999)}", kind = "SUBSTANCE", description = "White powder", finder = t.Officer,
            place = new { description = "Unit 6", latitude = 43.589045, longitude = -79.644119 }, occurred = Occurred,
            authority = new { kind = "SEARCH_WARRANT", reference = "W1" }, seal = "S-1", tlp = "AMBER", readers = Array.Empty<string>(),
        },
        ["seizeExhibitAtSite"] = t => new
        {
            site = t.Site, @case = t.Case, number = $"E-{Random.Shared.Next(1, 99_999)}", kind = "SUBSTANCE", description = "White powder", finder = t.Officer,
            place = new { description = "Unit 6", latitude = 43.589045, longitude = -79.644119 }, occurred = Occurred,
            authority = new { kind = "SEARCH_WARRANT", reference = "W1" }, seal = "S-1", tlp = "AMBER", readers = Array.Empty<string>(),
        },
        ["correctExhibitDescription"] = t => new { exhibit = t.Exhibit, version = 1, description = "Other", reason = Why },
        ["resealExhibit"] = t => new { exhibit = t.Exhibit, version = 1, seal = "S-2", reason = Why },
        ["offerCustodyTransfer"] = t => new { exhibit = t.Exhibit, version = 1, to = t.Officer, seal = "S-1", reason = Why, due = DateTimeOffset.UtcNow.AddHours(2) },
        ["acceptCustodyTransfer"] = t => new { exhibit = t.Exhibit, version = 1, sealSeen = "S-1", handedOverAt = DateTimeOffset.UtcNow.AddHours(-2), remark = "Whole" },
        ["refuseCustodyTransfer"] = t => new { exhibit = t.Exhibit, version = 1, reason = Why, sealSeen = "S-1" },
        ["withdrawCustodyTransfer"] = t => new { exhibit = t.Exhibit, version = 1, reason = Why },
        ["planOperation"] = t => new
        {
            name = "NAME", aim = "Aim", taskForce = t.TaskForce, @case = t.Case, hHour = HHour, phases = new[] { new { name = "Entry", minutes = 0 } }, windowMinutes = 5,
        },
        ["addSite"] = t => new
        {
            operation = t.Operation, number = "S7", place = "Place", address = "1 Road", coordinates = new { latitude = 43.589045, longitude = -79.644119 }, agency = "CFP", commander = t.Officer, zone = "America/Toronto",
            essential = true, authority = Authority,
        },
        ["moveHHour"] = t => new { operation = t.Operation, version = 1_000, hHour = HHour, reason = Why },
        ["locateSite"] = t => new { site = t.Site, version = 1_000, coordinates = new { latitude = 43.589045, longitude = -79.644119 }, reason = Why },
        ["shiftSite"] = t => new { site = t.Site, version = 1_000, minutes = 1, reason = Why },
        ["setReadinessPolicy"] = t => new { operation = t.Operation, version = 1_000, name = "R1", rules = new[] { new { rule = "BRIEFING" } }, reason = Why },
        ["reportSiteCheck"] = t => new { site = t.Site, rule = "STAFF", passed = true, count = 6, detail = Why },
        ["setSiteRisks"] = t => new { site = t.Site, version = 1_000, risks = new[] { "DOGS" }, reason = Why },
        ["reportSiteReady"] = t => new { site = t.Site, version = 1_000, remark = "All there" },
        ["reportSiteNotReady"] = t => new { site = t.Site, reason = Why },
        ["withdrawSite"] = t => new { site = t.Site, reason = Why },
        ["recordSiteAuthority"] = t => new { site = t.Site, version = 1_000, authority = Authority, reason = Why },
        ["quashSiteAuthority"] = t => new { site = t.Site, reason = Why },
        ["castVote"] = t => new { operation = t.Operation, agency = "CFP", choice = "GO", pin = new string('0', 64), reason = Why },
        ["decideGo"] = t => new { operation = t.Operation, pin = new string('0', 64), remark = "Go" },
        ["decideNoGo"] = t => new { operation = t.Operation, reason = Why },
        ["holdOperation"] = t => new { operation = t.Operation, reason = Why },
        ["abortOperation"] = t => new { operation = t.Operation, reason = Why },
        ["acknowledgeOrder"] = t => new { site = t.Site, order = 99 },
        ["grantOperationAccess"] = t => new { operation = t.Operation, officer = t.Officer, role = "OBSERVER", from = DateTimeOffset.UtcNow.AddDays(1), until = DateTimeOffset.UtcNow.AddDays(2), reason = Why },
        ["withdrawOperationAccess"] = t => new { operation = t.Operation, officer = t.Officer, role = "OBSERVER", from = DateTimeOffset.UtcNow.AddDays(1), reason = Why },
        ["changeCaseMarking"] = t => new { @case = t.Case, version = 1, tlp = "RED", readers = new[] { t.Officer }, reason = Why },
        ["changeTimelineEntryMarking"] = t => new { entry = t.Entry, version = 1, tlp = "RED", readers = new[] { t.Officer }, reason = Why },
        ["changeExhibitMarking"] = t => new { exhibit = t.Exhibit, version = 1, tlp = "RED", readers = new[] { t.Officer }, reason = Why },
        ["askForRelease"] = t => new { @case = t.Case, to = "NLFI", purpose = Why, due = DateTimeOffset.UtcNow.AddDays(2) },
        ["approveRelease"] = t => new { release = t.Release, version = 1, conditions = Why },
        ["refuseRelease"] = t => new { release = t.Release, version = 1, reason = Why },
        ["revokeRelease"] = t => new { release = t.Release, version = 1, reason = Why },
        ["acknowledgeRevocation"] = _ => new { notice = GlobalIds.Nothing("RevocationNotice") },
        ["withdrawAttachmentReference"] = t => new { entry = t.Entry, reference = "urn:photo:1", reason = Why },
        ["createTask"] = t => new { @case = t.Case, title = "Title", details = "Details", assignee = t.Officer, due = Due, mandatory = true, dependsOn = t.Task },
        ["reassignTask"] = t => new { task = t.Task, version = 1, assignee = t.Officer, reason = Why },
        ["redateTask"] = t => new { task = t.Task, version = 1, due = Due, reason = Why },
        ["startTask"] = t => new { task = t.Task, version = 1 },
        ["completeTask"] = t => new { task = t.Task, version = 1, outcome = "Done" },
        ["cancelTask"] = t => new { task = t.Task, version = 1, reason = Why },
        ["reopenTask"] = t => new { task = t.Task, version = 1, reason = Why },
        ["releaseTask"] = t => new { task = t.Task, version = 1, reason = Why },
    };
}
