using System.Text.Json;
using CaseManager.Domain.Kernel;
using CaseManager.Server.GraphQl.Mutations;
using CaseManager.Server.GraphQl.Nodes;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Tests.GraphQl.Toy;
using Xunit;

namespace CaseManager.Server.Tests.GraphQl;

public sealed class MutationTests : IAsyncLifetime
{
    private const string Open =
        "mutation A($input: OpenCaseInput!){openCase(input:$input){clientMutationId version case{title version lead{name}} errors{__typename ...on Error{message code} ...on InvalidInputError{field} ...on RefusedError{place:field}}}}";

    private static readonly string Ann = GlobalId.Write("Officer", World.Ann);
    private static readonly string Otter = GlobalId.Write("Case", World.Otter);

    private Host _host = null!;

    public async Task InitializeAsync() => _host = await Host.Start();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task Reads_the_record_back_as_it_stands_after_the_act()
    {
        var payload = await Payload(new { title = "New", lead = Ann, clientMutationId = "k1" });
        Assert.Equal("""{"clientMutationId":"k1","version":2,"case":{"title":"New","version":2,"lead":{"name":"Ann"}},"errors":null}""", payload.GetRawText());
    }

    [Fact]
    public async Task Gives_each_of_several_mutations_its_own_view_of_the_world()
    {
        var answer = await _host.Ask($"mutation{{a:openCase(input:{{title:\"A\" lead:\"{Ann}\"}}){{case{{title}}}} b:openCase(input:{{title:\"B\" lead:\"{Ann}\"}}){{case{{title}}}}}}");
        Assert.Equal("""{"a":{"case":{"title":"A"}},"b":{"case":{"title":"B"}}}""", answer.GetProperty("data").GetRawText());
        Assert.Equal(2, _host.World.Readers);
    }

    [Fact]
    public async Task Binds_the_input_to_the_record()
    {
        await Payload(new
        {
            title = "New", lead = Ann, marking = "RED", openedAt = "2026-03-01T09:30:00-05:00", team = new[] { Ann }, tags = new[] { "a", "b" },
            when = new { day = "2026-03-01" }, @for = "CFP",
        });
        var (input, intent) = ((OpenCaseInput, Intent))_host.World.Acts.Single();
        Assert.Equal(new OfficerId(World.Ann), input.Lead);
        Assert.Equal(Tlp.Red, input.Marking);
        Assert.Equal(World.Then, input.OpenedAt);
        Assert.Equal([new OfficerId(World.Ann)], input.Team!);
        Assert.Equal(new Items<string>(["a", "b"]), input.Tags);
        Assert.Equal(new When(null, new DateOnly(2026, 3, 1)), input.When);
        Assert.Equal(new AgencyId("CFP"), input.For);
        Assert.Null(input.Summary);
        Assert.Equal(World.Officer, intent.Caller);
        Assert.Null(intent.Key);
        Assert.Equal(32, intent.Correlation.Length);
    }

    [Fact]
    public async Task Uses_the_default_of_the_record_where_nothing_is_given()
    {
        await Payload(new { title = "New", lead = Ann });
        Assert.Equal(Tlp.Amber, (((OpenCaseInput, Intent))_host.World.Acts.Single()).Item1.Marking);
    }

    [Theory]
    [InlineData("refused", """[{"__typename":"RefusedError","message":"No.","code":"case.refused","place":null}]""")]
    [InlineData("invalid", """[{"__typename":"InvalidInputError","message":"Too long.","code":"input.too-long","field":"title"}]""")]
    public async Task Answers_a_refusal_with_a_typed_error(string title, string errors)
    {
        var payload = await Payload(new { title, lead = Ann });
        Assert.Equal(errors, payload.GetProperty("errors").GetRawText());
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("case").ValueKind);
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("version").ValueKind);
    }

    [Fact]
    public async Task Shows_what_changed_when_the_version_is_stale()
    {
        var answer = await _host.Ask($"mutation{{amend(input:{{case:\"{Otter}\" version:1 summary:\"s\"}}){{errors{{...on StaleError{{code version changes{{what by{{name}} agency{{name}} fields{{field was is}}}}}}}}}}}}");
        Assert.Equal(
            """[{"code":"record.stale","version":2,"changes":[{"what":"case.amended.v1","by":{"name":"Ann"},"agency":{"name":"Federal Police"},"fields":[{"field":"summary","was":null,"is":"x"}]}]}]""",
            answer.GetProperty("data").GetProperty("amend").GetProperty("errors").GetRawText());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("T2ZmaWNlcjp4")]
    [InlineData("Q2FzZToxMTExMTExMS0xMTExLTQxMTEtODExMS0xMTExMTExMTExMTE=")]
    public async Task Names_the_field_of_an_id_that_is_none_and_does_not_act(string id)
    {
        var payload = await Payload(new { title = "New", lead = Ann, team = new[] { Ann, id } });
        Assert.Equal(
            """[{"__typename":"InvalidInputError","message":"The id is not one of this kind of record.","code":"input.malformed-id","field":"team[1]"}]""",
            payload.GetProperty("errors").GetRawText());
        Assert.Empty(_host.World.Acts);
    }

    [Fact]
    public async Task Refuses_a_client_mutation_id_that_is_too_long()
    {
        var payload = await Payload(new { title = "New", lead = Ann, clientMutationId = new string('k', 101) });
        Assert.Equal("clientMutationId", payload.GetProperty("errors")[0].GetProperty("field").GetString());
        Assert.Empty(_host.World.Acts);
    }

    public static TheoryData<object, string, string> Uncoercible => new()
    {
        { new { lead = Ann }, "INVALID_VALUE", "title" },
        { new { title = (string?)null, lead = Ann }, "INVALID_VALUE", "title" },
        { new { title = 7, lead = Ann }, "INVALID_VALUE", "title" },
        { new { title = "x", lead = Ann, marking = "PURPLE" }, "INVALID_VALUE", "marking" },
        { new { title = "x", lead = Ann, openedAt = "2026-03-01T09:30:00" }, "INVALID_VALUE", "openedAt" },
        { new { title = "x", lead = Ann, openedAt = "2026-02-30T09:30:00Z" }, "INVALID_VALUE", "openedAt" },
        { new { title = "x", lead = Ann, openedAt = "2026-03-01T09:30:00.12345678Z" }, "INVALID_VALUE", "openedAt" },
        { new { title = "x", lead = Ann, when = new { day = "today" } }, "INVALID_VALUE", "when.day" },
    };

    [Theory]
    [MemberData(nameof(Uncoercible))]
    public async Task Names_the_field_of_a_value_that_cannot_be_coerced_and_does_not_act(object input, string code, string field)
    {
        var answer = await _host.Ask(Open, new { input });
        var extensions = answer.GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal((code, field), (extensions.GetProperty("code").GetString(), extensions.GetProperty("field").GetString()));
        Assert.False(answer.TryGetProperty("data", out _));
        Assert.Empty(_host.World.Acts);
    }

    [Theory]
    [InlineData("title:\"x\" lead:\"x\" openedAt:\"2020\"", "openedAt")]
    [InlineData("title:\"x\" lead:\"x\" when:{day:\"2020\"}", "when.day")]
    [InlineData("lead:\"x\"", "title")]
    public async Task Names_the_field_of_a_literal_too(string input, string field)
    {
        var answer = await _host.Ask($"mutation{{openCase(input:{{{input}}}){{version}}}}");
        Assert.Equal(field, answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("field").GetString());
    }

    [Fact]
    public async Task Refuses_two_fields_where_exactly_one_is_given()
    {
        var answer = await _host.Ask(Open, new { input = new { title = "x", lead = Ann, when = new { day = "2026-03-01", instant = "2026-03-01T09:30:00Z" } } });
        Assert.NotEmpty(answer.GetProperty("errors").EnumerateArray());
        Assert.Empty(_host.World.Acts);
    }

    [Fact]
    public void Fingerprints_an_input_by_its_content()
    {
        static string Print(string mutation, params (string, object?)[] fields) =>
            Convert.ToHexStringLower(Fingerprint.Of(mutation, fields.ToDictionary(f => f.Item1, f => f.Item2)));
        var one = Print("openCase", ("title", "A"), ("tags", new List<object?> { "x", 1 }), ("at", World.Then), ("tlp", Tlp.Red), ("clientMutationId", "k1"));

        // Stored with every command: this value may never change.
        Assert.Equal("728c148a914c193545496eac14602a6f6adbf951c01876ac3454b7ce5b3d2ae8", one);
        Assert.Equal(one, Print("openCase", ("tlp", Tlp.Red), ("at", World.Then), ("tags", new List<object?> { "x", 1 }), ("title", "A"), ("clientMutationId", "k2")));
        Assert.NotEqual(one, Print("openCase", ("title", "B"), ("tags", new List<object?> { "x", 1 }), ("at", World.Then), ("tlp", Tlp.Red)));
        Assert.NotEqual(one, Print("amend", ("title", "A"), ("tags", new List<object?> { "x", 1 }), ("at", World.Then), ("tlp", Tlp.Red)));
    }

    [Fact]
    public async Task Fingerprints_literals_and_variables_alike()
    {
        await Payload(new { title = "New", lead = Ann });
        await _host.Ask($"mutation{{openCase(input:{{lead:\"{Ann}\" title:\"New\"}}){{version}}}}");
        var prints = _host.World.Acts.Select(a => Convert.ToHexString((((OpenCaseInput, Intent))a).Item2.Fingerprint)).Distinct();
        Assert.Single(prints);
    }

    private async Task<JsonElement> Payload(object input)
    {
        var answer = await _host.Ask(Open, new { input });
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty("openCase");
    }
}
