using System.Diagnostics;
using CaseManager.Server;
using CaseManager.Server.Demo;
using CaseManager.Server.GraphQl;
using CaseManager.Server.GraphQl.Ide;
using CaseManager.Server.Hosting;
using CaseManager.Server.Hosting.Web;
using CaseManager.Server.Identity;
using CaseManager.Server.Identity.Development;
using CaseManager.Server.Kernel.Postgres;
using CaseManager.Server.Kernel.Store;
using JasperFx;

var started = Stopwatch.GetTimestamp();
var builder = WebApplication.CreateBuilder(args);
if (TokenCommand.IsAsked(args))
    return TokenCommand.Run(args, builder, Console.Out, Console.Error);

if (SchemaCommand.IsAsked(args))
{
    SchemaCommand.Prepare(builder);
    builder.AddSlices();
    builder.AddWire();
    return SchemaCommand.Run(args, builder, Console.Out);
}

builder.UseDevelopmentAddress();
try
{
    await using var store = await DevelopmentStore.Attach(builder);
    builder.AddTelemetry();
    builder.AddIdentity();
    builder.AddSlices();
    builder.AddWire();

    var app = builder.Build();
    app.UseIdentity();
    app.UseWebSockets();
    app.MapHealth();
    app.MapGraphQl();
    app.MapIdeFiles();
    app.MapWeb();

    if (ViewsCommand.IsAsked(args))
        return await ViewsCommand.Run(args, app.Services, Console.Out, Console.Error);
    if (args is [var verb, ..] && !verb.StartsWith('-'))
        return await app.RunJasperFxCommands(args);

    await app.Services.GetRequiredService<KernelSchema>().Apply(CancellationToken.None);
    await app.StartAsync();
    await app.Welcome(() => Stopwatch.GetElapsedTime(started));
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception fault) when (fault is PostgresUnavailableException or UnsafeStoreException)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}

public partial class Program;
