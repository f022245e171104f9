using System.Runtime.CompilerServices;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Tests.GraphQl.Toy;

public static class Queries
{
    /// <summary>A case by its id.</summary>
    /// <param name="id">Its global id.</param>
    public static Loaded<CaseRow?> Case(CaseId id, IReader reader) => reader.Load<CaseRow>(id.Value);

    public static Task<Page<CaseRow>> Cases(IReader reader, Where<CaseRow>? where, Order<CaseRow>? order, PageArgs page, CancellationToken cancel) =>
        reader.Page(null, where, order, page, cancel);

    public static string Hello(string name = "world") => $"hello {name}";

    public static Loaded<OfficerRow?> Me(Caller caller, IReader reader) => reader.Load<OfficerRow>(caller.Officer.Value);

    public static async Task<string> Slow(CancellationToken cancel)
    {
        await Task.Delay(Timeout.Infinite, cancel); // not a pause: silent until cancelled
        return "";
    }

    public static string Broken() => throw new InvalidOperationException("the informant is Ann");

    public static string Missing() => null!;

    [Hidden]
    public static string NotShown() => "";
}

public static class CaseFields
{
    public static Task<Page<EntryRow>> Timeline(CaseRow @case, IReader reader, Where<EntryRow>? where, PageArgs page, CancellationToken cancel) =>
        reader.Page(new Condition.Test(Columns.Cases.Columns[0], Operator.Eq, @case.Id), where, null, page, cancel);
}

public static class Mutations
{
    /// <summary>Opens a case.</summary>
    [Returns<CaseRow>("case")]
    public static Task<Acted> OpenCase(OpenCaseInput input, Intent intent, World world)
    {
        world.Acts.Add((input, intent));
        if (input.Title == "refused")
            return Task.FromResult<Acted>(new Refusal("case.refused", "No."));
        if (input.Title == "invalid")
            return Task.FromResult<Acted>(new Refusal("input.too-long", "Too long.", "title"));
        var old = (CaseRow)world.Rows[typeof(CaseRow)][World.Otter];
        world.Rows[typeof(CaseRow)][World.Otter] = old with { Title = input.Title, Version = old.Version + 1 };
        return Task.FromResult(new Acted(World.Otter, old.Version + 1));
    }

    [Returns<CaseRow>("case")]
    public static Task<Acted> Amend(AmendInput input, Intent intent, World world)
    {
        world.Acts.Add((input, intent));
        var change = new Change(2, "case.amended.v1", new OfficerId(World.Ann), new AgencyId("CFP"), World.Then, null, [new FieldChange("summary", null, "x")]);
        return Task.FromResult(new Acted(null, 0, new Refusal("record.stale", "It changed."), new Staleness(2, [change])));
    }
}

public static class Subscriptions
{
    public static async IAsyncEnumerable<CaseRow> CaseChanged(CaseId id, World world, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var title in new[] { "one", "two" })
        {
            await Task.Yield();
            cancel.ThrowIfCancellationRequested();
            yield return (CaseRow)world.Rows[typeof(CaseRow)][id.Value] with { Title = title };
        }
    }
}
