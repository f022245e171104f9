using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>What can be known of the pages before anybody opens them.</summary>
[Collection(Northgate.Name)]
public sealed class SourceTests
{
    [Fact]
    public async Task Every_page_asks_only_what_the_schema_answers_and_holds_its_types()
    {
        await WebBuilt.Ensure();

        var (exit, said) = await Npm.Run("npm", WebBuilt.Source, "run", "check");

        Assert.True(exit == 0, said);
    }

    [Fact]
    public async Task No_page_breaks_the_rules_of_hooks_of_access_or_of_languages()
    {
        var lint = Path.Combine(WebBuilt.Source, "..", "..", "tests", "weblint");
        await Npm.Install(lint);

        var (exit, said) = await Npm.Run(
            Path.Combine(lint, "node_modules", ".bin", "eslint"), WebBuilt.Source,
            "--config", Path.Combine(lint, "eslint.config.js"), "--max-warnings", "0", "app", "features", "records", "ui");

        Assert.True(exit == 0, said);
    }
}
