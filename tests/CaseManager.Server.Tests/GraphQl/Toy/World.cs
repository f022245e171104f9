using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Tests.GraphQl.Toy;

/// <summary>Rows in memory, and a record of what was asked of them.</summary>
public sealed class World
{
    public static readonly Guid Otter = new("11111111-1111-4111-8111-111111111111");
    public static readonly Guid Kestrel = new("22222222-2222-4222-8222-222222222222");
    public static readonly Guid Ann = new("33333333-3333-4333-8333-333333333333");
    public static readonly Guid Entry = new("44444444-4444-4444-8444-444444444444");
    public static readonly Guid Cfp = new("55555555-5555-4555-8555-555555555555");
    public static readonly DateTimeOffset Then = new(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(-5));

    public static readonly Caller Officer = new(new OfficerId(Ann), new AgencyId("CFP"), "ann", new HashSet<string>(), Then);
    public static readonly Caller Developer = Officer with { AppRoles = new HashSet<string> { "developer" } };

    public static readonly Caller Analyst = Officer with { AppRoles = new HashSet<string> { "analysis" } };

    public Dictionary<Type, Dictionary<Guid, object>> Rows { get; } = new()
    {
        [typeof(CaseRow)] = new()
        {
            [Otter] = Case(Otter, "NG-2026-001", "Loutre dérivée: 'œuf'", new OfficerId(Ann)),
            [Kestrel] = Case(Kestrel, "NG-2026-002", "Kestrel", null),
        },
        [typeof(OfficerRow)] = new() { [Ann] = new OfficerRow(new OfficerId(Ann), "Ann", new AgencyId("CFP")) },
        [typeof(AgencyRow)] = new() { [Cfp] = new AgencyRow(new AgencyId("CFP"), "Federal Police") },
        [typeof(EntryRow)] = new() { [Entry] = new EntryRow(new EntryId(Entry), new CaseId(Otter), "seen at the quay") },
    };

    /// <summary>Batches of keys that were fetched, in order.</summary>
    public List<(Type Row, Guid[] Keys)> Fetched { get; } = [];

    public List<(Condition? Scope, Condition? Where, IReadOnlyList<Sorting>? Order, PageArgs Page)> Paged { get; } = [];

    public int Totals { get; set; }

    public int Readers { get; set; }

    public List<object> Acts { get; } = [];

    public Exception? Fails { get; set; }

    private static CaseRow Case(Guid id, string number, string title, OfficerId? lead) => new(
        id, new CaseNumber(number), title, null, Tlp.AmberStrict, 2, Then, lead, [new OfficerId(Ann)], ["port", "night"], 1,
        new Place("Quay", new DateOnly(2026, 3, 1), new TimeOnly(9, 30), new Uri("https://example.test/x"), 1.5m), 7);
}
