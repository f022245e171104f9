using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseManager.Server.Tests.Api;

/// <summary>Whatever is wrong with an input: the answer names the field and nothing is stored.</summary>
[Collection(ApiTests.Name)]
public sealed class BadInputTests(ServerHost host)
{
    private const string Types =
        "query($name: String!) { __type(name: $name) { inputFields { name type { kind name ofType { kind name ofType { kind name } } } } } }";

    // What no rule measures: a code that names no member is no member, and a key of any form is a key.
    private static readonly string[] AnyText = ["clientMutationId"];

    private readonly Northgate _world = host.World;

    public static TheoryData<string> All => new(Mutations.All);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Whatever_is_wrong_in_a_field_is_refused_by_its_name(string mutation)
    {
        var (who, good) = await Ready(mutation);
        var before = await host.Facts();
        var tried = 0;
        foreach (var (path, value, what) in await Faults(mutation, good))
        {
            var outcome = await who.Act(mutation, With(good, path, value));
            Assert.True(outcome.Code is not null && (outcome.Field == path || outcome.Field == Parent(path, what)), $"{path} {what}: {outcome.Text}");
            tried++;
        }
        Assert.True(tried > 0);
        Assert.Equal(before, await host.Facts());
    }

    [Theory]
    [InlineData("Nowhere/Atlantis", "2026-04-18T20:00", "zone.unknown", "occurred.zone")]
    [InlineData("UTC+05", "2026-04-18T20:00", "zone.unknown", "occurred.zone")]
    [InlineData("America/Toronto", "2026-03-08T02:30", "occurrence.no-such-local-time", "occurred.at")]
    [InlineData("America/Toronto", "2025-11-02T01:30", "occurrence.ambiguous-local-time", "occurred.at")]
    [InlineData("America/Toronto", "2999-01-01T00:00", "occurrence.in-future", "occurred.at")]
    [InlineData("America/Toronto", "1850-01-01T00:00", "occurrence.too-early", "occurred.at")]
    [InlineData("America/Toronto", "yesterday", null, "occurred.at")]
    public async Task Times_that_cannot_be_are_refused(string zone, string at, string? code, string field)
    {
        var file = await _world.NewCase();
        var entry = await _world.NewEntry(file);
        var before = await host.Facts();
        foreach (var outcome in new[]
        {
            await _world.Maya.Act("recordTimelineEntry", new { @case = file, text = "When?", occurred = new { zone, at } }),
            await _world.Maya.Act("correctTimelineEntry", new { entry, version = 1, occurred = new { zone, at }, reason = "Precise" }),
        })
        {
            Assert.Equal(field, outcome.Field);
            Assert.Equal(code ?? outcome.Code, outcome.Code);
            Assert.NotNull(outcome.Code);
        }
        Assert.Equal(before, await host.Facts());
    }

    [Theory]
    [InlineData("""{ "zone": "America/Toronto" }""", "occurred")]
    [InlineData("""{ "zone": "America/Toronto", "at": "2026-04-18T20:00", "date": "2026-04-18" }""", "occurred")]
    [InlineData("""{ "zone": "America/Toronto", "from": "2026-04-18T20:00" }""", "occurred.until")]
    [InlineData("""{ "zone": "America/Toronto", "from": "2026-04-18T20:00", "until": "2026-04-18T19:00" }""", "occurred.until")]
    [InlineData("""{ "zone": "America/Toronto", "part": "EVENING" }""", "occurred.date")]
    [InlineData("""{ "zone": "America/Toronto", "date": "2999-01-01" }""", "occurred.date")]
    [InlineData("""{ "zone": "America/Toronto", "date": "2026-02-30" }""", "occurred.date")]
    [InlineData("""{ "zone": "America/Toronto", "date": "2026-04-18", "part": "TEATIME" }""", "occurred.part")]
    public async Task A_time_has_one_form(string occurred, string field)
    {
        var file = await _world.NewCase();
        var before = await host.Facts();
        var outcome = await _world.Maya.Act("recordTimelineEntry", new { @case = file, text = "When?", occurred = JsonNode.Parse(occurred) });
        Assert.True(outcome.Code is not null && outcome.Field == field, outcome.Text);
        Assert.Equal(before, await host.Facts());
    }

    [Theory]
    [InlineData("EUROPOL_4X4", "D", "1", "grade.source")]
    [InlineData("EUROPOL_4X4", "A", "5", "grade.information")]
    [InlineData("ADMIRALTY_6X6", "A", "", "grade.information")]
    public async Task Grades_are_of_their_scheme(string scheme, string source, string information, string field)
    {
        var outcome = await _world.Maya.Act("recordTimelineEntry", new { @case = _world.Halden, text = "Graded", occurred = Northgate.AtEight, grade = new { scheme, source, information } });
        Assert.True(outcome.Code is not null && outcome.Field == field, outcome.Text);
    }

    [Theory]
    [InlineData("referenceAttachment", "sha256", "xyz")]
    [InlineData("referenceAttachment", "reference", "javascript:alert(1)")]
    [InlineData("referenceAttachment", "mediaType", "jpeg")]
    [InlineData("seizeExhibit", "number", "12")]
    [InlineData("seizeExhibit", "number", "E-012")]
    [InlineData("openCase", "number", "14")]
    [InlineData("openCase", "number", "NG-1900-014")]
    [InlineData("establishTaskForce", "code", "northgate")]
    [InlineData("registerAgency", "country", "Canada")]
    [InlineData("registerAgency", "zone", "Toronto")]
    [InlineData("registerOfficer", "language", "french")]
    [InlineData("chooseLanguage", "language", "french")]
    [InlineData("saveView", "page", "Cases")]
    [InlineData("saveView", "page", "../cases")]
    public async Task Codes_numbers_and_references_have_their_form(string mutation, string field, string value)
    {
        var (who, good) = await Ready(mutation);
        var before = await host.Facts();
        var outcome = await who.Act(mutation, With(good, field, value));
        Assert.True(outcome.Code is not null && outcome.Field == field, outcome.Text);
        Assert.Equal(before, await host.Facts());
    }

    private async Task<(Voice Who, JsonObject Good)> Ready(string mutation)
    {
        if (mutation is "declareInterest" or "withdrawInterest" or "answerInterest")
            return await ReadyForInterest(mutation);
        if (Acts.All[mutation](Target.Nothing(_world.Amara.Id)).GetType().GetProperties().Any(p => p.Name is "event" or "conflict") || mutation == "registerDeconflictionEvent")
            return await ReadyForDeconfliction(mutation);
        if (OperationDenials.OnOperation.ContainsKey(mutation) || mutation == "planOperation")
            return ReadyOnOperation(mutation);
        if (Denials.ForOneself.Contains(mutation))
            return (_world.Maya, Good(mutation, new Target("", "", "", "", "") { SavedView = _world.SavedView }));
        if (Denials.InEmergency.ContainsKey(mutation))
        {
            var shift = await NightShift.Build(host);
            return (shift.Second, Good(mutation, Target.Nothing(shift.Member.Id) with { Case = shift.Case, Emergency = await shift.Break() }));
        }
        if (Denials.InCompartment.ContainsKey(mutation))
            return (_world.Desk, Good(mutation, Target.Nothing(_world.Insider.Id) with { Compartment = _world.Compartment }));
        var officer = Denials.OnCase.ContainsKey(mutation) ? _world.Staff.In("OBSERVER") : _world.Amara;
        var target = new Target(_world.Staff.Case, _world.Staff.Entry, _world.Staff.OtherEntry, officer.Id, _world.TaskForce) { Task = _world.Staff.Task, Exhibit = _world.Staff.Exhibit, Site = _world.Staff.Site, Release = _world.Staff.Release };
        var who = Denials.OnCase.ContainsKey(mutation) ? _world.Staff.In("TEAM_COMMANDER") : mutation == "openCase" ? _world.Maya : _world.Registrar;
        return (who, Good(mutation, target));
    }

    /// <summary>Daniel's interest, and the case that Maya leads which it matches.</summary>
    private async Task<(Voice Who, JsonObject Good)> ReadyForInterest(string mutation)
    {
        if (mutation == "declareInterest")
            return (_world.Daniel, Good(mutation, Target.Nothing(_world.Daniel.Id)));
        var word = "qz" + string.Concat(Guid.NewGuid().ToByteArray().Take(8).Select(b => (char)('a' + (b % 26))));
        await _world.NewEntry(await _world.NewCase(), $"The broker {word}.");
        var interest = (await _world.Daniel.Do("declareInterest", new { words = $"broker {word}", purpose = "To compare", until = DateTimeOffset.UtcNow.AddDays(1) })).Id;
        if (mutation == "withdrawInterest")
            return (_world.Daniel, Good(mutation, Target.Nothing(_world.Daniel.Id) with { Interest = interest }));
        await host.Alba.Services.GetRequiredService<Interests.InterestMatching>().Look(null, null, CancellationToken.None);
        var match = (await _world.Maya.Ask("query($word: String!) { interestMatches(where: { words: { contains: $word } }) { nodes { id } } }", new { word }))
            .GetProperty("interestMatches").GetProperty("nodes")[0].GetProperty("id").GetString()!;
        return (_world.Maya, Good(mutation, Target.Nothing(_world.Daniel.Id) with { InterestMatch = match }));
    }

    /// <summary>Amara's event, and the conflict that it is in with one of Desk's.</summary>
    private async Task<(Voice Who, JsonObject Good)> ReadyForDeconfliction(string mutation)
    {
        var target = Target.Nothing(_world.Amara.Id);
        if (mutation == "registerDeconflictionEvent")
            return (_world.Amara, Good(mutation, target));
        var planned = "";
        foreach (var officer in new[] { _world.Desk, _world.Amara })
        {
            planned = (await officer.Do("registerDeconflictionEvent", Acts.All["registerDeconflictionEvent"](target))).Id;
            await host.Alba.Services.GetRequiredService<Deconfliction.Comparison>().Run(GlobalIds.Key(planned), CancellationToken.None);
        }
        var conflict = (await _world.Amara.Ask("{ conflicts(first: 1) { nodes { id } } }")).GetProperty("conflicts").GetProperty("nodes")[0].GetProperty("id").GetString()!;
        return (_world.Amara, Good(mutation, target with { DeconflictionEvent = planned, Conflict = conflict }));
    }

    private (Voice Who, JsonObject Good) ReadyOnOperation(string mutation)
    {
        var target = new Target(_world.Halden, _world.HaldenEntry, _world.HaldenEntry, _world.Staff.In("OBSERVER").Id, _world.TaskForce) { Operation = _world.Staff.Operation, Site = _world.Staff.Site };
        return (mutation == "planOperation" ? _world.Jules : _world.Staff.In("TEAM_COMMANDER"), Good(mutation, target));
    }

    private static JsonObject Good(string mutation, Target target)
    {
        var good = (JsonObject)JsonSerializer.SerializeToNode(Acts.All[mutation](target))!;
        good["clientMutationId"] = Guid.NewGuid().ToString();
        return good;
    }

    /// <summary>For each field of the input, and of what it holds, all that its type makes wrong.</summary>
    private async Task<List<(string Path, JsonNode? Value, string What)>> Faults(string mutation, JsonObject good)
    {
        var faults = new List<(string, JsonNode?, string)>();
        await Collect($"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input", "", good, faults);
        return faults;
    }

    private async Task Collect(string type, string prefix, JsonObject good, List<(string, JsonNode?, string)> faults)
    {
        var fields = (await _world.Maya.Ask(Types, new { name = type })).GetProperty("__type").GetProperty("inputFields");
        faults.Add((prefix + "surprise", 1, "unknown field"));
        foreach (var field in fields.EnumerateArray())
        {
            var path = prefix + field.GetProperty("name").GetString();
            var (required, kind, name) = Kind(field.GetProperty("type"));
            if (required)
                faults.Add((path, null, "missing"));
            if (good[path[prefix.Length..]] is JsonObject inner)
                await Collect(name, path + ".", inner, faults);
            else
                faults.AddRange(OfKind(path, kind, name, required));
        }
    }

    private static IEnumerable<(string, JsonNode?, string)> OfKind(string path, string kind, string name, bool required)
    {
        var wrong = kind == "ENUM" ? "NO_SUCH_CHOICE" : name switch
        {
            "ID" => "no id",
            "DateTime" => "yesterday",
            "Long" => "many",
            _ => null,
        };
        if (kind == "LIST")
            yield break;
        if (wrong is not null)
            yield return (path, wrong, "malformed");
        if (name == "ID")
            yield return (path, GlobalIds.Nothing("Attachment"), "id of a type that has none");
        if (name == "ID")
            yield return (path, GlobalIds.Nothing(path == "case" ? "Officer" : "Case"), "id of another type");
        if (name != "String")
            yield break;
        yield return (path, new JsonArray("a", "b"), "list");
        yield return (path, new string('x', 20_001), "too long");
        if (AnyText.Contains(path))
            yield break;
        yield return (path, "bell \u0007", "control character");
        if (required)
            yield return (path, " ", "blank");
    }

    private static (bool Required, string Kind, string Name) Kind(JsonElement type)
    {
        var required = type.GetProperty("kind").GetString() == "NON_NULL";
        var named = required ? type.GetProperty("ofType") : type;
        return (required, named.GetProperty("kind").GetString()!, named.GetProperty("name").GetString() ?? "");
    }

    private static JsonObject With(JsonObject good, string path, JsonNode? value)
    {
        var input = (JsonObject)good.DeepClone();
        input["clientMutationId"] = Guid.NewGuid().ToString();
        var at = input;
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
            at = (JsonObject)at[step]!;
        if (value is null)
            at.Remove(steps[^1]);
        else
            at[steps[^1]] = value.DeepClone();
        return input;
    }

    // A field that the schema does not know is named with the object it was found in.
    private static string? Parent(string path, string what) =>
        what == "unknown field" ? path.Contains('.', StringComparison.Ordinal) ? path[..path.LastIndexOf('.')] : "input" : path;
}
