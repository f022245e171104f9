using CaseManager.Server.GraphQl;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace CaseManager.Server.Tests.GraphQl;

public sealed class CommittedSchemaTests
{
    [Fact]
    public void Is_what_the_server_composes()
    {
        var builder = WebApplication.CreateBuilder();
        SchemaCommand.Prepare(builder);
        builder.AddSlices();
        builder.AddWire();

        var committed = File.ReadAllText(Path.Combine(Root(), "schema.graphql"));

        Assert.True(committed == SchemaCommand.Text(builder),
            "schema.graphql differs from the schema of the code: dotnet run --project src/CaseManager.Server -- schema export --output ../../schema.graphql, and review the change.");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CaseManager.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
