using Alba;
using CaseManager.Server.Demo;
using CaseManager.Server.Identity;
using CaseManager.Server.Identity.Development;
using CaseManager.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseManager.Server.Tests.Demo;

/// <summary>The real program on an empty store of its own, with the demo world loaded into it.</summary>
public sealed class DemoHost : IAsyncLifetime
{
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("demo-keys-");

    internal IAlbaHost Host { get; private set; } = null!;

    internal List<string> Said { get; } = [];

    internal IdentitySettings Settings => Host.Services.GetRequiredService<IdentitySettings>();

    internal DemoClient Client => new(Host.Server.CreateClient(), Settings, Host.Services.GetRequiredService<DevelopmentTokens>());

    public async Task InitializeAsync()
    {
        Host = await Start(await TestPostgres.NewDurableDatabase(), _keys.FullName);
        await DemoWorld.Load(Host.Services, Host.Server.CreateClient(), Said.Add, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        _keys.Delete(recursive: true);
    }

    internal static Task<IAlbaHost> Start(string database, string keys) => AlbaHost.For<Program>(host => host
        .UseSetting("environment", "Development")
        .UseSetting("ConnectionStrings:CaseManager", database)
        .UseSetting("Identity:KeyFolder", keys)
        .UseSetting("Web:Prebuilt", "true")
        .UseSetting("Demo:Load", "false"));
}
