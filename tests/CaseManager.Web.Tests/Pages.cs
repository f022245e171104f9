using Microsoft.Playwright;

namespace CaseManager.Web.Tests;

/// <summary>Every page there is, as somebody who may see much opens it.</summary>
internal static class Pages
{
    /// <summary>Addresses that need no record's id.</summary>
    public static readonly string[] All =
    [
        "/", "/search", "/search?q=drums", "/cases", "/cases?view=board&q=is:open", "/cases/NG-2026-014", "/cases/NG-2026-014?asOf=2126-01-01T00:00:00Z",
        "/cases/NG-2026-014/timeline", "/cases/NG-2026-014/timeline?q=is:written%20-tag:granite", "/cases/NG-2026-014/evidence", "/cases/NG-2026-014/evidence/new",
        "/cases/NG-2026-014/tasks", "/cases/NG-2026-014/history", "/cases/NG-2026-014/team", "/cases/NG-2026-014/sharing",
        "/exhibits", "/operations", "/operations?view=calendar", "/operations?view=agenda&month=2026-05",
        "/supervision", "/supervision/cases?by=STAGE&key=INVESTIGATION", "/supervision/exhibits?by=STATUS&key=HELD",
        "/supervision/tasks?by=STATUS&key=OPEN", "/supervision/operations", "/admin", "/admin?part=agencies", "/admin?part=taskForces", "/admin?part=health",
        "/compartments", "/interests", "/exposure", "/emergencies", "/read-log", "/read-log?record=NG-2026-014&decision=SHOWN", "/settings", "/help",
    ];

    private static readonly string[] _ofOperation = ["", "/board", "/plan", "/map", "/history", "/wall"];

    /// <summary>All of them, those of single records too, those of GRANITE and of its exhibit E-12.</summary>
    public static async Task<IReadOnlyList<string>> For(Person person)
    {
        await person.Page.GotoAsync("/cases/NG-2026-014/evidence");
        var exhibit = await LinkOf(person, "E-12");
        await person.Page.GotoAsync("/operations");
        var operation = string.Join('/', (await LinkOf(person, "GRANITE")).Split('/').Take(3));
        return [.. All, exhibit, .. _ofOperation.Select(part => operation + part), .. await Sites(person, operation), await Compartment(person)];
    }

    private static async Task<string> LinkOf(Person person, string name) =>
        (await person.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).GetAttributeAsync("href"))!;

    // Its sites that the person reads in full, by the person's own token.
    private static async Task<IEnumerable<string>> Sites(Person person, string operation)
    {
        var ids = await person.Page.EvaluateAsync<string[]>("""
            async (operation) => {
              const asked = { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${sessionStorage.getItem('casemanager.token')}` } };
              const query = 'query($id: ID!) { operation(id: $id) { sites(first: 1) { nodes { id } } } }';
              const answer = await fetch('/graphql', { ...asked, body: JSON.stringify({ query, variables: { id: operation } }) });
              return ((await answer.json()).data.operation?.sites?.nodes ?? []).map((site) => site.id);
            }
            """, Uri.UnescapeDataString(operation.Split('/')[2]));
        return ids.Select(id => $"{operation}/site/{Uri.EscapeDataString(id)}");
    }

    // One that the person is inside: set up when there is none.
    private static async Task<string> Compartment(Person person)
    {
        var id = await person.Page.EvaluateAsync<string>("""
            async () => {
              const headers = { 'content-type': 'application/json', authorization: `Bearer ${sessionStorage.getItem('casemanager.token')}` };
              const ask = async (query) => (await (await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) })).json()).data;
              const [own] = (await ask('{ compartments(first: 1) { nodes { id } } }')).compartments.nodes;
              return (own ?? (await ask('mutation { establishCompartment(input: { name: "CHALK" }) { compartment { id } } }')).establishCompartment.compartment).id;
            }
            """);
        return $"/compartments/{Uri.EscapeDataString(id)}";
    }
}
