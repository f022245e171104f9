using System.Text.Json;
using CaseManager.Server.Cases;
using CaseManager.Server.Identity;
using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CaseManager.Bench.Pages;

/// <summary>Plain endpoints over the product's own gate and reader: all that GraphQL has to do, but for GraphQL.</summary>
internal static class RestPages
{
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    public static void Map(WebApplication app)
    {
        app.MapPost("/bench/echo", async (HttpContext http) =>
        {
            var body = await JsonSerializer.DeserializeAsync<Dictionary<string, JsonElement>>(http.Request.Body, Json);
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(body!["query"].GetString()!.Length > 0 ? """{"data":{"__typename":"Query"}}""" : "{}");
        }).RequireAuthorization();
        app.MapGet("/bench/rest-page", async (HttpContext http, Guid file, string? after) =>
        {
            await using var scope = http.RequestServices.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<RequestCaller>().Value = Callers.CallerFrom(http.User);
            var reader = scope.ServiceProvider.GetRequiredService<IReader>();
            if (await reader.Load<CaseRow>(file).Get(http.RequestAborted) is not { } row)
                throw new InvalidOperationException("No such case.");
            var page = await CaseFields.Timeline(row, null, null, new PageArgs(50, after, null, null), null, reader).Get(http.RequestAborted);
            http.Response.ContentType = "application/json";
            await JsonSerializer.SerializeAsync(http.Response.Body, new
            {
                page.HasNextPage,
                EndCursor = page.Cursor(page.Rows[^1]),
                Nodes = page.Rows.Select(r => new { r.Key, r.Text, r.OccurredAt, r.RecordedAt, Tags = r.Tags.ToArray(), r.Corrected }),
            }, Json);
        }).RequireAuthorization();
    }
}
