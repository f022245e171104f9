using System.Globalization;
using System.Reflection;
using System.Text;
using CaseManager.Server.Kernel.Postgres;
using Xunit;

namespace CaseManager.Server.Tests.Facts;

/// <summary><c>docs/facts.md</c> follows from the catalog. Set <c>CASEMANAGER_WRITE_FACTS=1</c> to write it anew.</summary>
public sealed class FactsPageTests
{
    private static readonly string Page = Path.Combine(RepositoryRoot.Find()!, "docs", "facts.md");
    private static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void The_page_of_facts_is_in_step_with_the_catalog()
    {
        if (Environment.GetEnvironmentVariable("CASEMANAGER_WRITE_FACTS") == "1")
            File.WriteAllText(Page, Text());
        Assert.Equal(Text(), File.ReadAllText(Page));
    }

    private static string Text()
    {
        var catalog = Composition.Catalog();
        var page = new StringBuilder("""
            # Facts

            Generated from the catalog (`CASEMANAGER_WRITE_FACTS=1 dotnet test tests/CaseManager.Server.Tests --filter FactsPage`); a test keeps it in step.
            Every fact also carries officer, agency, label, and, where the act needs them, reason and command id; the database says when it was recorded.

            | Stored name | Type | Fields | View | What follows |
            |---|---|---|---|---|

            """);
        foreach (var (name, type) in catalog.Types.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var fact = SampleTests.Read(name);
            var fields = type.GetConstructors()[0].GetParameters().Select(p => $"{char.ToLowerInvariant(p.Name![0])}{p.Name[1..]}: {Named(p)}");
            var follows = catalog.Reactions(Guid.Empty, fact, DateTimeOffset.UnixEpoch)
                .Select(r => r.Message.GetType().Name + (r.At is null ? "" : " at its time"));
            if (catalog.WhoseRights(Guid.Empty, fact) is not null)
                follows = follows.Prepend("the officer's rights are judged anew");
            page.Append(CultureInfo.InvariantCulture,
                $"| `{name}` | {type.Name} | {string.Join(", ", fields)} | {catalog.ProjectionOf(fact)?.View.Table} | {string.Join("; ", follows)} |\n");
        }
        return page.ToString();
    }

    private static string Named(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return inner.Name + "?";
        if (type.IsGenericType)
            return $"{type.GetGenericArguments()[0].Name} list";
        return type.Name + (Nullability.Create(parameter).ReadState == NullabilityState.Nullable ? "?" : "");
    }
}
