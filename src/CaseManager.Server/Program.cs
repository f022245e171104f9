using CaseManager.Server.Identity;
using CaseManager.Server.Identity.Development;

var builder = WebApplication.CreateBuilder(args);
if (TokenCommand.IsAsked(args)) return TokenCommand.Run(args, builder, Console.Out, Console.Error);
builder.AddIdentity();
var app = builder.Build();
app.UseIdentity();
app.MapGet("/", () => "CaseManager");
await app.RunAsync();
return 0;

public partial class Program;
