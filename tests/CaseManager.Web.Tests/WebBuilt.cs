using CaseManager.Server.Hosting.Web;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>The web pages as they are in this tree: built if they are not.</summary>
internal static class WebBuilt
{
    private static readonly WebFiles _files = new(new Here());
    private static readonly Lazy<Task> _once = new(Build);

    /// <summary>The npm project.</summary>
    public static string Source => _files.Source!;

    public static Task Ensure() => _once.Value;

    private static async Task Build()
    {
        await Npm.Install(Source);
        if (_files.AreReady())
            return;
        var (exit, said) = await Npm.Run("npm", Source, "run", "build");
        Assert.True(exit == 0 && _files.AreReady(), "The web pages were built and are not whole: " + said);
    }

    private sealed class Here : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Development";

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
