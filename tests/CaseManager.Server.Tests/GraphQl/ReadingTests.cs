using CaseManager.Domain.Kernel;
using CaseManager.Server.GraphQl.Nodes;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Tests.GraphQl.Toy;
using Xunit;

namespace CaseManager.Server.Tests.GraphQl;

public sealed class ReadingTests : IAsyncLifetime
{
    private Host _host = null!;

    public async Task InitializeAsync() => _host = await Host.Start();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task Gives_any_record_by_its_global_id()
    {
        var id = GlobalId.Write("Case", World.Otter);
        var answer = await _host.Ask($"{{node(id:\"{id}\"){{id __typename ...on Case{{number}}}}}}");
        Assert.Equal($$$"""{"node":{"id":"{{{id}}}","__typename":"Case","number":"NG-2026-001"}}""", answer.GetProperty("data").GetRawText());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("Q2FzZTp4")]
    [InlineData("Tm9uZToxMTExMTExMS0xMTExLTQxMTEtODExMS0xMTExMTExMTExMTE=")]
    [InlineData("T2ZmaWNlcjozMzMzMzMzMy0zMzMzLTQzMzMtODMzMy0zMzMzMzMzMzMzMzM=")]
    [InlineData("Q2FzZTo5OTk5OTk5OS05OTk5LTQ5OTktODk5OS05OTk5OTk5OTk5OTk=")]
    public async Task Answers_a_malformed_a_foreign_and_a_missing_id_alike(string id)
    {
        var answer = await _host.Ask($"{{case(id:\"{id}\"){{id}}}}");
        Assert.Equal("""{"data":{"case":null}}""", answer.GetRawText());
    }

    [Fact]
    public async Task Gives_nodes_in_the_order_asked_with_null_for_what_is_not_there()
    {
        var answer = await _host.Ask($"{{nodes(ids:[\"{GlobalId.Write("Officer", World.Ann)}\",\"x\",\"{GlobalId.Write("Case", World.Otter)}\"]){{__typename}}}}");
        Assert.Equal("""{"nodes":[{"__typename":"Officer"},null,{"__typename":"Case"}]}""", answer.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task Refuses_too_many_nodes_at_once()
    {
        var answer = await _host.Ask("query A($ids:[ID!]!){nodes(ids:$ids){id}}", new { ids = Enumerable.Repeat("x", 51) });
        Assert.Equal("HC0076", Code(answer));
    }

    [Fact]
    public async Task Fetches_the_records_of_siblings_in_one_batch_for_each_level()
    {
        await _host.Ask("{cases{nodes{lead{name agency{name}} team{agency{name}}}}}");
        Assert.Equal([typeof(OfficerRow), typeof(AgencyRow)], _host.World.Fetched.Select(f => f.Row));
    }

    [Fact]
    public async Task Counts_only_when_the_total_is_selected_and_then_once()
    {
        await _host.Ask("{cases{nodes{id}}}");
        Assert.Equal(0, _host.World.Totals);
        await _host.Ask("{cases{totalCount again:totalCount}}");
        Assert.Equal(1, _host.World.Totals);
    }

    [Theory]
    [InlineData("first:51", "HC0051")]
    [InlineData("last:51", "HC0051")]
    [InlineData("first:1 last:1", "HC0052")]
    [InlineData("first:-1", "HC0079")]
    [InlineData("after:\"bad\"", "HC0078")]
    public async Task Refuses_a_page_that_cannot_be(string page, string code)
    {
        var answer = await _host.Ask($"{{cases({page}){{nodes{{id}}}}}}");
        Assert.Equal(code, Code(answer));
        Assert.Equal("""{"cases":null}""", answer.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task Reads_a_page_with_its_cursors()
    {
        var answer = await _host.Ask("{cases(first:1){edges{cursor node{number}} pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}");
        Assert.Equal(
            """{"cases":{"edges":[{"cursor":"cursor0","node":{"number":"NG-2026-001"}}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":"cursor0","endCursor":"cursor0"}}}""",
            answer.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task Reads_a_filter_into_conditions()
    {
        await _host.Ask($$$$"""
            {cases(where:{
                title:{contains:"a" neq:"b"} or:[{priority:{gte:3}} {lead:{in:["{{{{GlobalId.Write("Officer", World.Ann)}}}}" "x"]}}]
                marking:{eq:RED} tags:{some:{eq:"port"} any:true} openedAt:{lt:"2026-03-01T09:30:00-05:00"} closed:{eq:null}}){nodes{id}}}
            """);
        var and = Assert.IsType<Condition.And>(Assert.Single(_host.World.Paged).Where);
        var tests = Flat(and).Select(t => (t.Column.Name, t.Operator, t.Value)).ToList();
        Assert.Contains(("title", Operator.Contains, "a"), tests);
        Assert.Contains(("title", Operator.Neq, "b"), tests);
        Assert.Contains(("priority", Operator.Gte, 3), tests);
        Assert.Contains(("marking", Operator.Eq, Tlp.Red), tests);
        Assert.Contains(("tags", Operator.Any, true), tests);
        Assert.Contains(("openedAt", Operator.Lt, World.Then), tests);
        Assert.Contains(("closed", Operator.Eq, null), tests);
        Assert.Equal([World.Ann, Guid.Empty], Assert.IsType<List<object?>>(tests.Single(t => t.Operator == Operator.In).Value).Cast<Guid>());
        var some = Assert.IsType<Condition.Test>(tests.Single(t => t.Operator == Operator.Some).Value);
        Assert.Equal(("tags", Operator.Eq, "port"), (some.Column.Name, some.Operator, some.Value));
        Assert.Equal(2, and.Of.OfType<Condition.Or>().Single().Of.Count);
    }

    [Fact]
    public async Task Reads_an_order_with_the_first_entry_weighing_most()
    {
        await _host.Ask("{cases(order:[{priority:DESC} {title:ASC}]){nodes{id}}}");
        Assert.Equal([("priority", true), ("title", false)], Assert.Single(_host.World.Paged).Order!.Select(s => (s.Column.Name, s.Descending)));
    }

    public static TheoryData<object> TooLarge => new()
    {
        new { title = new { @in = Enumerable.Repeat("x", 101) } },
        new { or = Enumerable.Repeat(new { title = new { eq = "x" } }, 51) },
        new { or = new[] { new { or = new[] { new { or = new[] { new { or = new[] { new { or = new[] { new { title = new { eq = "x" } } } } } } } } } } } },
        new { title = new { contains = (string?)null } },
    };

    [Theory]
    [MemberData(nameof(TooLarge))]
    public async Task Refuses_a_filter_that_is_too_large_or_asks_for_nothing(object where)
    {
        var answer = await _host.Ask("query A($where:CaseFilterInput){cases(where:$where){nodes{id}}}", new { where });
        Assert.Equal("FILTER_INVALID", Code(answer));
        Assert.Empty(_host.World.Paged);
    }

    [Fact]
    public async Task Offers_no_filter_on_a_column_that_may_not_be_asked()
    {
        var answer = await _host.Ask("{cases(where:{secret:{eq:\"x\"}}){nodes{id}}}");
        Assert.False(answer.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task Writes_every_scalar_in_its_form()
    {
        var answer = await _host.Ask("{cases(first:1){nodes{openedAt age version scene{seen at map area} marking}}}");
        Assert.Equal(
            """{"openedAt":"2026-03-01T09:30:00-05:00","age":"P2D","version":1,"scene":{"seen":"2026-03-01","at":"09:30:00","map":"https://example.test/x","area":1.5},"marking":"AMBER_STRICT"}""",
            answer.GetProperty("data").GetProperty("cases").GetProperty("nodes")[0].GetRawText());
    }

    private static IEnumerable<Condition.Test> Flat(Condition condition) => condition switch
    {
        Condition.And and => and.Of.SelectMany(Flat),
        Condition.Or or => or.Of.SelectMany(Flat),
        _ => [(Condition.Test)condition],
    };

    private static string? Code(System.Text.Json.JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
