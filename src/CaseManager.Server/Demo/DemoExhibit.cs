namespace CaseManager.Server.Demo;

/// <summary>Writes down the acts on one exhibit, and counts the versions that a person would have seen.</summary>
/// <param name="item">Its number under the case, such as <c>E-12</c>; it is given unless fewer than the whole case see it.</param>
internal sealed class DemoExhibit(string number, string item, string seal)
{
    private readonly List<DemoAct> _acts = [];
    private long _version;

    public IReadOnlyList<DemoAct> Acts => _acts;

    private The Exhibit => new($"{number}/{item}");

    public DemoExhibit Seize(
        string by, string kind, string description, object place, When when, object authority, string? finder = null,
        string? tlp = null, string[]? readers = null)
    {
        _version = 1;
        _acts.Add(new(by, "seizeExhibit", new
        {
            @case = new The(number), number = tlp is null ? item : null, kind, description, finder = finder is null ? (The?)null : new The(finder),
            place, occurred = when, authority, seal, tlp, readers = readers?.Select(r => new The(r)),
        }, Exhibit.Name));
        return this;
    }

    public DemoExhibit Correct(string by, string description, string reason) =>
        On(by, "correctExhibitDescription", new { exhibit = Exhibit, version = _version, description, reason });

    public DemoExhibit Offer(string by, string to, string reason) =>
        On(by, "offerCustodyTransfer", new { exhibit = Exhibit, version = _version, to = new The(to), seal, reason });

    public DemoExhibit Accept(string by, string handedOverAt, string? remark = null) =>
        On(by, "acceptCustodyTransfer", new { exhibit = Exhibit, version = _version, sealSeen = seal, handedOverAt, remark });

    public DemoExhibit Refuse(string by, string reason, string sealSeen) =>
        On(by, "refuseCustodyTransfer", new { exhibit = Exhibit, version = _version, reason, sealSeen });

    private DemoExhibit On(string by, string mutation, object input)
    {
        _acts.Add(new(by, mutation, input));
        _version++;
        return this;
    }
}
