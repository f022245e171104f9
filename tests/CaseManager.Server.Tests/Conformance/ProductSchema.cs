using CaseManager.Server.GraphQl;
using CaseManager.Server.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace CaseManager.Server.Tests.Conformance;

/// <summary>The schema of all slices, composed as the product does, with no store behind it.</summary>
internal static class ProductSchema
{
    /// <summary>Writes the SDL into a file of its own, which the caller deletes.</summary>
    public static async Task<string> Export()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:CaseManager", "Host=127.0.0.1;Database=none"), new("Ide:Prebuilt", "true")]);
        builder.AddIdentity();
        builder.AddSlices();
        builder.AddWire();
        await using var app = builder.Build();
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.graphql"); // generators go by the ending
        await File.WriteAllTextAsync(file, app.Services.ExportSchema());
        return file;
    }
}
