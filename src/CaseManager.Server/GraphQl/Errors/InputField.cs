using System.Text.RegularExpressions;
using GraphQL;

namespace CaseManager.Server.GraphQl.Errors;

/// <summary>Which input field a coercion error is about; the library says it in its sentence only.</summary>
internal static partial class InputField
{
    public static string? Of(ExecutionError error)
    {
        if (Variable().Match(error.Message) is { Success: true } variable)
            return WithoutRoot(variable.Groups[1].Value);
        if (Argument().Match(error.Message) is not { Success: true } argument)
            return null;
        var fields = Nested().Matches(error.Message).Select(m => m.Groups[1].Value).ToList();
        return fields.Count == 0 ? argument.Groups[1].Value : string.Join('.', fields);
    }

    /// <summary><c>input.occurredAt.zone</c> is <c>occurredAt.zone</c>, as in the errors of a payload.</summary>
    private static string WithoutRoot(string path) => path.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? path[(dot + 1)..] : path;

    [GeneratedRegex(@"^Variable '\$([^']+)' is invalid")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^Argument '([^']+)'")]
    private static partial Regex Argument();

    [GeneratedRegex(@"(?:[Ii]n|required) field '([^']+)'")]
    private static partial Regex Nested();
}
