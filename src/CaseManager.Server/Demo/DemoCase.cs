namespace CaseManager.Server.Demo;

/// <summary>Writes down the acts on one case, and counts the versions that a person would have seen.</summary>
internal sealed class DemoCase(string number)
{
    private readonly List<DemoAct> _acts = [];
    private readonly Dictionary<string, long> _entries = [];
    private long _version;

    public IReadOnlyList<DemoAct> Acts => _acts;

    private The Case => new(number);

    /// <param name="team">Subject and role of each.</param>
    public DemoCase Open(
        string by, string title, string summary, string priority = "NORMAL", string? tlp = null, string? taskForce = null,
        string? audience = null, string[]? readers = null, object? caveats = null, params (string Officer, string Role)[] team)
    {
        _version = 1;
        _acts.Add(new(by, "openCase", new
        {
            number, title, summary, priority, tlp, audience, caveats,
            taskForce = taskForce is null ? (The?)null : new The(taskForce),
            readers = readers?.Select(r => new The(r)),
            team = team.Select(m => new { officer = new The(m.Officer), role = m.Role }),
        }, number));
        return this;
    }

    public DemoCase Amend(string by, string summary, string reason) =>
        OnFile(by, "amendCaseSummary", new { @case = Case, version = _version, summary, reason });

    public DemoCase Prioritise(string by, string priority, string reason) =>
        OnFile(by, "changeCasePriority", new { @case = Case, version = _version, priority, reason });

    public DemoCase Move(string by, string stage, string reason) =>
        OnFile(by, "moveCaseToStage", new { @case = Case, version = _version, stage, reason });

    public DemoCase ProposeClosure(string by, string outcome, string reason) =>
        OnFile(by, "proposeClosure", new { @case = Case, version = _version, outcome, reason });

    public DemoCase ApproveClosure(string by, string remark) =>
        OnFile(by, "approveClosure", new { @case = Case, version = _version, remark });

    public DemoCase Reopen(string by, string reason) =>
        OnFile(by, "reopenCase", new { @case = Case, version = _version, reason });

    /// <param name="name">What later acts call the entry, within this case.</param>
    public DemoCase Record(
        string by, string name, When when, string text, object? source = null, object? grade = null, string[]? tags = null,
        string? tlp = null, string[]? readers = null, object? caveats = null)
    {
        _entries.Add(name, 1);
        _acts.Add(new(by, "recordTimelineEntry", new
        {
            @case = Case, text, occurred = when, source, grade, tags, tlp, caveats, readers = readers?.Select(r => new The(r)),
        }, Entry(name).Name));
        return this;
    }

    public DemoCase Correct(string by, string entry, string reason, string? text = null, object? grade = null, When? occurred = null)
    {
        _acts.Add(new(by, "correctTimelineEntry", new { entry = Entry(entry), version = _entries[entry], text, grade, occurred, reason }));
        _entries[entry]++;
        return this;
    }

    public DemoCase Tag(string by, string entry, string tag) =>
        OnEntry(by, "tagTimelineEntry", entry, new { entry = Entry(entry), tag });

    public DemoCase Link(string by, string entry, string kind, string to, string? reason = null) =>
        OnEntry(by, "linkRecords", entry, new { from = Entry(entry), to = Entry(to), kind, reason });

    public DemoCase Attach(string by, string entry, string reference, string name, string mediaType, string sha256, long size) =>
        OnEntry(by, "referenceAttachment", entry, new { entry = Entry(entry), reference, name, mediaType, sha256, size });

    private The Entry(string name) => new($"{number}/{name}");

    private DemoCase OnFile(string by, string mutation, object input)
    {
        _acts.Add(new(by, mutation, input));
        _version++;
        return this;
    }

    private DemoCase OnEntry(string by, string mutation, string entry, object input)
    {
        _acts.Add(new(by, mutation, input));
        _entries[entry]++;
        return this;
    }
}
