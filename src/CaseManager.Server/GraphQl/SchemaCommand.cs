namespace CaseManager.Server.GraphQl;

/// <summary><c>schema export [--output schema.graphql]</c>: the schema without starting anything, HotChocolate's name for it.</summary>
public static class SchemaCommand
{
    public static bool IsAsked(string[] args) => args is ["schema", "export", ..];

    /// <summary>The store wants to know its server when it is registered; the schema is composed without asking it.</summary>
    public static void Prepare(WebApplicationBuilder builder) =>
        builder.Configuration["ConnectionStrings:CaseManager"] ??= "Host=localhost";

    /// <param name="builder">With slices and wire registered; no database is asked.</param>
    public static int Run(string[] args, WebApplicationBuilder builder, TextWriter console)
    {
        var schema = Text(builder);
        if (Array.IndexOf(args, "--output") is >= 0 and var at && at + 1 < args.Length)
            File.WriteAllText(args[at + 1], schema);
        else
            console.Write(schema);
        return 0;
    }

    public static string Text(WebApplicationBuilder builder)
    {
        using var services = builder.Services.BuildServiceProvider();
        return services.ExportSchema();
    }
}
