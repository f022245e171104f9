using System.Diagnostics;
using CaseManager.Server.GraphQl;
using CaseManager.Server.Tests.GraphQl.Toy;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.GraphQl.Guard;

/// <summary>Runs alone: what it measures is the process's CPU time.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class AttackTests(ITestOutputHelper output)
{
    private const double MostMilliseconds = 50;
    private const long MostBytes = 20_000_000;

    [Theory]
    [MemberData(nameof(Attacks.Names), MemberType = typeof(Attacks))]
    public async Task Is_refused_before_it_costs_anything(string attack)
    {
        await using var host = await Host.Start();
        await host.Ask("{__typename me{id}}");
        await host.Ask("{unknown}");
        var request = new GraphQlRequest(Attacks.All[attack]);

        var (answer, milliseconds, bytes) = await Measured(() => host.Run(request));

        output.WriteLine($"figure T14 attack=\"{attack}\" cpu-ms={milliseconds:F1} allocated={bytes} code={answer.Errors[0].Code}");
        Assert.False(answer.Executed);
        Assert.NotEmpty(answer.Errors);
        Assert.True(answer.Errors.Count <= Limits.Errors);
        Assert.True(milliseconds <= MostMilliseconds, $"{milliseconds} ms of CPU");
        Assert.True(bytes <= MostBytes, $"{bytes} bytes allocated");
        Assert.True(Host.Json(answer).GetRawText().Length < 64 * 1024);
    }

    /// <summary>The teeth: the library by itself, on an attack a sixteenth of the size of the one above.</summary>
    [Fact]
    public async Task The_library_alone_burns_more_than_the_guard_allows()
    {
        await using var host = await Host.Start();
        var schema = host.Services.GetRequiredService<ISchema>();
        var document = Parser.Parse("{" + string.Concat(Enumerable.Repeat("me{id} ", 1_500)) + "}");
        var options = new ValidationOptions
        {
            Schema = schema, Document = document, Operation = (GraphQLOperationDefinition)document.Definitions[0],
            Rules = DocumentValidator.CoreRules, Variables = Inputs.Empty, Extensions = Inputs.Empty, UserContext = new Dictionary<string, object?>(),
        };

        var (_, milliseconds, _) = await Measured(() => new DocumentValidator().ValidateAsync(options));

        output.WriteLine($"figure T14 library-alone-ms={milliseconds:F0}");
        Assert.True(milliseconds > MostMilliseconds, $"{milliseconds} ms of CPU");
    }

    /// <summary>The least of three: the first pays for compilation.</summary>
    private static async Task<(T Result, double Milliseconds, long Bytes)> Measured<T>(Func<Task<T>> run)
    {
        var (least, bytes, result) = (double.MaxValue, long.MaxValue, default(T)!);
        for (var i = 0; i < 3; i++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var allocated = GC.GetTotalAllocatedBytes(true);
            result = await run();
            least = Math.Min(least, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
            bytes = Math.Min(bytes, GC.GetTotalAllocatedBytes(true) - allocated);
        }
        return (result, least, bytes);
    }
}
