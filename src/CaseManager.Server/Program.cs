var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "CaseManager");
await app.RunAsync();

public partial class Program;
