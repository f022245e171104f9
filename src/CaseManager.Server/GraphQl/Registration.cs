using CaseManager.Server.GraphQl.Errors;
using CaseManager.Server.GraphQl.Http;
using CaseManager.Server.GraphQl.Schema;
using CaseManager.Server.Kernel.Wire;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl;

/// <summary>GraphQL in the host: services, and the endpoint <c>/graphql</c>.</summary>
public static class Registration
{
    public const string Path = "/graphql";

    /// <summary>
    /// Needs from the host: a <see cref="WireModel"/>, <see cref="CallerOf"/>, <see cref="SeatCaller"/>,
    /// <see cref="RecordReads"/> and a scoped <see cref="Kernel.Reading.IReader"/>; takes <see cref="AnswerSocket"/>, <see cref="AnswerStream"/>,
    /// <see cref="AppDocuments"/> and <see cref="ShowIde"/> when there.
    /// </summary>
    public static IServiceCollection AddGraphQl(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = new GraphQlOptions { TrustedDocumentsOnly = environment.IsProduction(), CostBudget = environment.IsProduction() ? Limits.CostBudget : null };
        configuration.GetSection("GraphQl").Bind(options);
        services.AddSingleton(options);
        var folder = System.IO.Path.Combine(environment.ContentRootPath, options.TrustedDocuments);
        services.AddSingleton(provider => Trusted.TrustedDocuments.In(folder, provider.GetService<AppDocuments>()?.Invoke()));
        services.AddSingleton<ISchema>(provider =>
            SchemaComposer.Compose(provider.GetRequiredService<WireModel>(), provider.GetRequiredService<IServiceProviderIsService>()));
        services.AddSingleton<Faults>();
        services.AddSingleton<Guard.CostBudget>();
        services.AddSingleton<Intake>();
        services.AddSingleton<GraphQlEngine>();
        services.AddSingleton<GraphQlEndpoint>();
        return services;
    }

    /// <summary>Composes the schema at once, so that a slice that cannot be shown stops the start.</summary>
    public static IEndpointRouteBuilder MapGraphQl(this IEndpointRouteBuilder app)
    {
        var endpoint = app.ServiceProvider.GetRequiredService<GraphQlEndpoint>();
        app.Map(Path, endpoint.Answer);
        app.MapGet(Sdl.Path, endpoint.Answer);
        return app;
    }

    /// <summary>The schema's SDL, for <c>schema export</c>.</summary>
    public static string ExportSchema(this IServiceProvider services) => SchemaText.Print(services.GetRequiredService<ISchema>());
}
