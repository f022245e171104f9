using System.Diagnostics;
using Npgsql;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CaseManager.Server.Hosting;

/// <summary>
/// Traces, metrics and logs over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector, and logs on the console.
/// Nothing that goes out names a person or carries content.
/// </summary>
public static class Telemetry
{
    private static readonly string[] _traces = ["CaseManager", "Marten", "Wolverine", "GraphQL"];
    private static readonly string[] _meters = ["CaseManager", "Marten", "Wolverine*", "GraphQL", "Npgsql"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        AddConsole(builder);
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;
        // The query string would carry GraphQL documents and tokens of event streams; it stays redacted whatever is configured.
        builder.Configuration["OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION"] = "false";
        builder.Configuration["OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION"] = "false";
        ActivitySource.AddActivityListener(Discretion.OnExceptions());
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("CaseManager"))
            .WithTracing(tracing => tracing
                .AddSource(_traces)
                .AddNpgsql()
                .AddAspNetCoreInstrumentation(web => web.Filter = request => !request.Request.Path.StartsWithSegments("/health"))
                .AddHttpClientInstrumentation()
                .AddProcessor(new Discretion())
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter(_meters)
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter())
            .WithLogging(logs => logs.AddOtlpExporter());
    }

    private static void AddConsole(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment())
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        else
            builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        // At the level below, these write request lines with their query string, and statements.
        foreach (var category in new[] { "Microsoft.AspNetCore.Hosting.Diagnostics", "System.Net.Http.HttpClient", "Npgsql" })
            builder.Logging.AddFilter(category, LogLevel.Warning);
    }
}
