using System.Text.RegularExpressions;
using CaseManager.Server.GraphQl.Execution;
using GraphQL;
using GraphQL.Execution;
using GraphQLParser.Exceptions;

namespace CaseManager.Server.GraphQl.Errors;

/// <summary>The engine's errors as the wire's: a code, a place, no suggestion and no exception's text.</summary>
internal static partial class ErrorTable
{
    public static readonly WireError NotAuthenticated = new("The request carries no valid token.", Codes.NotAuthenticated);
    public static readonly WireError Deadline = new("The operation took too long.", Codes.Deadline);

    public static WireError Of(ExecutionError error) => new(Message(error), Code(error))
    {
        Locations = [.. (error.Locations ?? []).Select(l => (l.Line, l.Column))],
        Path = error.Path?.ToList(),
        Coordinate = Extension(error, "coordinate"),
        TraceId = Extension(error, "traceId"),
        Retryable = error.Code == Codes.Unavailable,
        Field = InputField.Of(error),
    };

    public static WireError Syntax(GraphQLSyntaxErrorException error) => new("Syntax error: " + FirstSentence(error.Description), Codes.Syntax)
    {
        Locations = [(error.Location.Line, error.Location.Column)],
    };

    private static string Message(ExecutionError error) => error switch
    {
        UnhandledError => Faults.Masked,
        TimeoutError => Deadline.Message,
        _ => WithoutSuggestion(error.Message),
    };

    private static string Code(ExecutionError error) => error switch
    {
        UnhandledError => Codes.Unexpected,
        TimeoutError => Codes.Deadline,
        _ => error.Code switch
        {
            null or "" => Codes.BadRequest,
            "ONE_OF_INPUT_VALUES" => Codes.OneOf,
            var code => code,
        },
    };

    /// <summary>A suggestion would tell names of the schema to those who may not read it.</summary>
    public static string WithoutSuggestion(string message) => Suggestion().Replace(message, "");

    private static string FirstSentence(string text) => text.Split(';')[0].Trim();

    private static string? Extension(ExecutionError error, string name) =>
        error.Extensions is { } extensions && extensions.TryGetValue(name, out var value) ? value as string : null;

    [GeneratedRegex(@"\s*Did you mean.*$", RegexOptions.Singleline)]
    private static partial Regex Suggestion();
}
