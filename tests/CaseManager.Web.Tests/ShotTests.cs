using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>Pictures of pages are told apart by their names.</summary>
public sealed class ShotTests
{
    [Fact]
    public void No_two_pages_share_a_picture()
    {
        const string id = "T3BlcmF0aW9uOjAxOTc4ZWU1LWYxMGQ";
        string[] addresses =
        [
            .. Pages.All, $"/operations/{id}", $"/operations/{id}/board", $"/operations/{id}/site/{id}", $"/exhibits/{id}",
            "/search?q=drums or barrels of resin hardener in May", "/search?q=drums or barrels of resin hardener in June", "/cases?q=a-b", "/cases?q=a%20b",
        ];

        var names = addresses.Select(address => Path.GetFileName(Shots.Name("en-Light", address))).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(names, name => Assert.DoesNotContain(id, name, StringComparison.Ordinal));
        Assert.Contains("en-Light-operations-one-site-one.png", names);
        Assert.Contains("en-Light-cases--view_board+q_is.open.png", names);
    }
}
