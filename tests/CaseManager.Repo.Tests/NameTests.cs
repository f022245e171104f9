using System.Text.RegularExpressions;
using CaseManager.Repo.Tests.Support;
using Xunit;

namespace CaseManager.Repo.Tests;

public sealed partial class NameTests
{
    [Fact]
    public void Types_are_called_as_the_field_calls_them()
    {
        Assert.True(Assemblies.Own.Count > 300, $"found {Assemblies.Own.Count}");
        Assert.Empty(Assemblies.Own.Where(type => IsEmpty(type.Name)).Select(type => type.FullName));
    }

    [Theory]
    [InlineData("EvidenceManager")]
    [InlineData("CaseDto")]
    [InlineData("DateHelper")]
    [InlineData("IUtil")]
    [InlineData("BaseEntity")]
    [InlineData("CustodyService")]
    [InlineData("ItemInfo")]
    [InlineData("LedgerImpl")]
    [InlineData("CommonThings")]
    public void An_empty_word_is_found(string name) => Assert.True(IsEmpty(name));

    [Theory]
    [InlineData("Database")]
    [InlineData("Information")]
    [InlineData("Implied")]
    public void A_word_that_only_begins_like_one_is_left_alone(string name) => Assert.False(IsEmpty(name));

    private static bool IsEmpty(string name) => Words().Matches(name).Any(word => word.Value
        is "Manager" or "Helper" or "Util" or "Utils" or "Service" or "Dto" or "Info" or "Base" or "Impl" or "Common" or "Misc");

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Words();
}
