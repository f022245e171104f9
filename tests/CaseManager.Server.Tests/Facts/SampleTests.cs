using System.Text.Json;
using System.Text.Json.Nodes;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using CaseManager.Server.Kernel.Postgres;
using Xunit;

namespace CaseManager.Server.Tests.Facts;

/// <summary>
/// What was stored once is read for ever: a sample of every kind of fact, as the first release wrote it.
/// A sample is added with its fact and never changed; another shape is another version under another name.
/// </summary>
public sealed class SampleTests
{
    internal static readonly string Root = Path.Combine(RepositoryRoot.Find()!, "tests", "CaseManager.Server.Tests", "Facts", "Samples");

    private static readonly FactCatalog Catalog = Composition.Catalog();

    public static TheoryData<string> Names => [.. Catalog.Types.Keys];

    internal static string Text(string name) => File.ReadAllText(Path.Combine(Root, name + ".json")).TrimEnd();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stored_fact_is_read_and_written_as_ever(string name)
    {
        Assert.True(File.Exists(Path.Combine(Root, name + ".json")), $"{name} has no sample.");
        var fact = Catalog.Read(name, Text(name));
        Assert.Equal(Text(name), JsonSerializer.Serialize(fact, fact.GetType(), FactJson.Options));
        Assert.Equal(name, Catalog.NameOf(fact));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_shows_every_field(string name)
    {
        var parameters = Catalog.Types[name].GetConstructors()[0].GetParameters().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!));
        Assert.Equal(parameters, JsonNode.Parse(Text(name))!.AsObject().Select(p => p.Key));
    }

    [Fact]
    public void No_sample_is_left_without_its_fact() =>
        Assert.Equal(Catalog.Types.Keys.Order(), Directory.GetFiles(Root, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order());

    [Fact]
    public void Names_say_noun_what_happened_and_version() =>
        Assert.All(Catalog.Types.Keys, name => Assert.Matches(@"\A[a-z-]+\.[a-z-]+\.v[1-9][0-9]*\z", name));

    [Fact]
    public void A_field_renamed_or_gone_would_be_noticed()
    {
        var text = Text("case.opened.v1").Replace("\"summary\"", "\"abstract\"", StringComparison.Ordinal);
        var fact = Catalog.Read("case.opened.v1", text);
        Assert.NotEqual(text, JsonSerializer.Serialize(fact, fact.GetType(), FactJson.Options));
    }

    internal static IFact Read(string name) => Catalog.Read(name, Text(name));
}
