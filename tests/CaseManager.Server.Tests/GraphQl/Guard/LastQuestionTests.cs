using CaseManager.Server.GraphQl.Guard;
using CaseManager.Server.Tests.GraphQl.Toy;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseManager.Server.Tests.GraphQl.Guard;

/// <summary>A transaction may end with a question only if none can come after it.</summary>
public sealed class LastQuestionTests
{
    private const string Id = "id:\"Q2FzZTox\"";

    [Theory]
    [InlineData("{me{name}}", "me")]
    [InlineData("{hello me{agency{name}}}", "agency")]
    [InlineData("{case(" + Id + "){title lead{name}}}", "lead")]
    [InlineData("{node(" + Id + "){... on Case{lead{agency{name}}}}}", "agency")]
    [InlineData("{case(" + Id + "){...F}} fragment F on Case{lead{name}}", "lead")]
    [InlineData("{cases{totalCount}}", "totalCount")]
    public async Task Is_known_when_each_lies_below_the_one_before(string document, string last) =>
        Assert.Equal(last, await Last(document));

    [Theory]
    [InlineData("{hello}")]
    [InlineData("{me{name} case(" + Id + "){title}}")]
    [InlineData("{me{id} me{name}}")]
    [InlineData("{a:me{id} b:me{name}}")]
    [InlineData("{cases{nodes{title}}}")]
    [InlineData("{cases{nodes{lead{name}}}}")]
    [InlineData("{case(" + Id + "){timeline{nodes{text}}}}")]
    [InlineData("{case(" + Id + "){team{name}}}")]
    [InlineData("{case(" + Id + "){lead{name} timeline{nodes{text}}}}")]
    [InlineData("{case(" + Id + "){...F ...F}} fragment F on Case{lead{name}}")]
    [InlineData("mutation{amend(input:{case:\"Q2FzZTox\",version:1,summary:\"s\"}){case{lead{name}}}}")]
    public async Task Is_not_known_when_another_may_follow_or_the_last_may_ask_twice(string document) =>
        Assert.Null(await Last(document));

    private static async Task<string?> Last(string document)
    {
        await using var host = await Host.Start();
        var (prepared, errors) = await Preparing.Prepare(host.Services.GetRequiredService<ISchema>(), document, default);
        Assert.Empty(errors);
        return prepared!.LastQuestions.Values.SingleOrDefault()?.Name.StringValue;
    }
}
