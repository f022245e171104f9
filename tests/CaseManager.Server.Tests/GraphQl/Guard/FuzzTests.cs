using System.Diagnostics;
using CaseManager.Server.GraphQl;
using CaseManager.Server.Tests.GraphQl.Toy;
using Xunit;
using Xunit.Abstractions;

namespace CaseManager.Server.Tests.GraphQl.Guard;

/// <summary>Documents that nobody would write: whatever comes, the engine answers and never throws.</summary>
[Collection(nameof(Alone))]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly int Scale = int.TryParse(Environment.GetEnvironmentVariable("CASEMANAGER_TEST_SCALE"), out var scale) ? scale : 1;

    private static readonly string[] Seeds =
    [
        "query A($n:Int=1 $w:CaseFilterInput){cases(first:$n where:$w order:[{priority:DESC}]){totalCount nodes{...F}}} fragment F on Case{id lead{name} timeline{nodes{text}}}",
        "mutation{openCase(input:{title:\"x\" lead:\"eA==\" when:{day:\"2026-03-01\"} tags:[\"a\"]}){case{id} errors{__typename ...on Error{message}}}}",
        "{node(id:\"x\"){__typename ...on Case{a:title @include(if:true)} ...on Officer @skip(if:false){name}} hello(name:\"\"\"block\"\"\")}",
        "subscription{caseChanged(id:\"x\"){title}}",
        "{__schema{types{name fields{name type{ofType{name}}}}}}",
    ];

    private static readonly string[] Bits =
        ["{", "}", "(", ")", "[", "]", ":", "!", "$", "@", "...", "\"", "\"\"\"", "\\", "#", "\n", "\0", "é", "\ud800", "0", "-1", "1e999", "on", "null", "fragment", "query", "$n", "F", "id", "input", "@include(if:$x)"];

    [Fact]
    public async Task Answers_whatever_comes()
    {
        await using var host = await Host.Start();
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var (executed, slowest) = (0, 0.0);
        var documents = 8_000 * Scale;
        for (var i = 0; i < documents; i++)
        {
            var document = Mutated(random, Seeds[random.Next(Seeds.Length)]);
            var started = Stopwatch.GetTimestamp();
            try
            {
                var answer = await host.Run(new GraphQlRequest(document));
                executed += answer.Executed ? 1 : 0;
                Assert.True(answer.Executed || answer.Errors.Count > 0);
                Host.Json(answer);
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}, document {i}: {document}\n{error}");
            }
            slowest = i < 100 ? 0 : Math.Max(slowest, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        output.WriteLine($"figure T14 documents={documents} crashes=0 executed={executed} slowest-ms={slowest:F1} seed={seed}");
        Assert.InRange(executed, 1, documents - 1);
    }

    private static string Mutated(Random random, string document)
    {
        for (var changes = random.Next(4); changes >= 0; changes--)
        {
            var at = random.Next(document.Length + 1);
            var length = Math.Min(random.Next(6), document.Length - at);
            document = random.Next(4) switch
            {
                0 => document.Remove(at, length),
                1 => document.Insert(at, Bits[random.Next(Bits.Length)]),
                2 => document.Remove(at, length).Insert(at, Bits[random.Next(Bits.Length)]),
                _ => document.Insert(at, document.Substring(at, length)),
            };
        }
        return document;
    }
}
