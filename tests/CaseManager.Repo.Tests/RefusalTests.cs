using System.Text.RegularExpressions;
using CaseManager.Domain.Kernel;
using CaseManager.Repo.Tests.Support;
using Xunit;

namespace CaseManager.Repo.Tests;

public sealed partial class RefusalTests
{
    [Fact]
    public void Codes_are_unique_over_the_whole_program()
    {
        var refusals = Refusals.Kept;

        Assert.True(refusals.Count > 70, $"found {refusals.Count}");
        Assert.Empty(Repeated(refusals));
        Assert.All(refusals, refusal => Assert.Matches(Form(), refusal.Code));
    }

    [Fact]
    public void A_code_used_twice_is_found() =>
        Assert.Equal(["case.closed"], Repeated([new("case.closed", "Closed."), new("case.closed", "Shut."), new("case.open", "Open.")]));

    // One refusal may be said about several fields; it is another when its words are.
    private static IEnumerable<string> Repeated(IEnumerable<Refusal> refusals) =>
        refusals.GroupBy(r => r.Code).Where(same => same.Select(r => r.Message).Distinct().Count() > 1).Select(same => same.Key);

    [GeneratedRegex(@"\A[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Form();
}
