using System.Reflection;
using System.Text.RegularExpressions;
using CaseManager.Domain.Kernel;
using CaseManager.Repo.Tests.Support;
using CaseManager.Server;
using Xunit;

namespace CaseManager.Repo.Tests;

public sealed partial class FactTests
{
    private static readonly IReadOnlyList<Type> _facts =
        [.. Assemblies.Domain.GetTypes().Where(type => type.IsClass && !type.IsAbstract && type.IsAssignableTo(typeof(IFact)))];

    [Fact]
    public void Every_fact_has_a_stored_name_and_a_view_that_folds_it()
    {
        var catalog = Composition.Catalog();

        Assert.True(_facts.Count > 25, $"found {_facts.Count}");
        Assert.Empty(Unmapped(_facts, catalog.Types.Values));
        // What stands for both sides of a conflict nobody reads: there is no view of it.
        Assert.DoesNotContain(
            _facts, fact => !catalog.Projections.Any(view => view.Folds(fact)) && !fact.IsAssignableTo(typeof(CaseManager.Domain.Deconfliction.IConflictPairFact)));
        Assert.All(catalog.Types.Keys, name => Assert.Matches(Form(), name));
    }

    [Fact]
    public void A_fact_without_a_stored_name_is_found() =>
        Assert.Equal([typeof(Nameless)], Unmapped([.. _facts, typeof(Nameless)], Composition.Catalog().Types.Values));

    // A view is built again from the same facts: what it folds by a clock or by chance would differ.
    [Fact]
    public void Views_and_rules_fold_without_clock_or_chance()
    {
        var folds = Assemblies.Own.SelectMany(type => type.GetMethods(Assemblies.Everything)).Where(method => method.Name == "Evolve").ToList();

        Assert.True(folds.Count >= 10, $"found {folds.Count}");
        Assert.Empty(folds.SelectMany(fold => Impure(fold).Select(called => $"{fold.DeclaringType} calls {called}")));
    }

    [Fact]
    public void A_fold_by_the_clock_is_found()
    {
        var clock = typeof(Impurity).GetMethod(nameof(Impurity.ByTheClock))!;
        var chance = typeof(Impurity).GetMethod(nameof(Impurity.ByChance))!;

        Assert.Equal(["DateTimeOffset.get_UtcNow"], Impure(clock));
        Assert.Equal(["Guid.NewGuid"], Impure(chance));
    }

    private static IEnumerable<Type> Unmapped(IEnumerable<Type> facts, IEnumerable<Type> mapped) => facts.Except(mapped);

    private static IEnumerable<string> Impure(MethodBase method) => Calls.Of(method)
        .Where(called => called.Name is "get_UtcNow" or "get_Now" or "get_Today" or "GetUtcNow" or "NewGuid" or "CreateVersion7"
            || called.DeclaringType == typeof(Random) || called.DeclaringType == typeof(System.Security.Cryptography.RandomNumberGenerator))
        .Select(called => $"{called.DeclaringType!.Name}.{called.Name}");

    [GeneratedRegex(@"\A[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.v[1-9]\d*\z")]
    private static partial Regex Form();

    private sealed record Nameless : IFact;

    private static class Impurity
    {
        public static DateTimeOffset ByTheClock(int state) => state > 0 ? DateTimeOffset.UtcNow : default;

        public static Guid ByChance(int state) => state > 0 ? Guid.NewGuid() : default;
    }
}
