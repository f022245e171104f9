using System.Security.Cryptography;
using System.Text;
using CaseManager.Server.GraphQl.Errors;
using CaseManager.Server.GraphQl.Execution;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace CaseManager.Server.GraphQl.Guard;

/// <summary>A document that passed the guard and the specification's rules.</summary>
/// <param name="Hash">SHA-256 of the text, lower-case hex.</param>
/// <param name="Introspects">It selects <c>__schema</c> or <c>__type</c>.</param>
internal sealed record Prepared(GraphQLDocument Document, string Hash, bool Introspects, CostPlan Cost)
{
    /// <summary>By operation, the field that asks last, where that is known.</summary>
    public IReadOnlyDictionary<GraphQLOperationDefinition, GraphQLField> LastQuestions { get; init; } = new Dictionary<GraphQLOperationDefinition, GraphQLField>();
}

/// <summary>Text to <see cref="Prepared"/>, cheapest checks first.</summary>
internal static class Preparing
{
    public static async Task<(Prepared? Prepared, IReadOnlyList<WireError> Errors)> Prepare(ISchema schema, string text, CancellationToken cancel)
    {
        if (text.Length > Limits.DocumentCharacters)
            return Refused($"A document may hold {Limits.DocumentCharacters} characters.");
        if (BlockStrings.AreOver(text))
            return Refused($"A document may hold {Limits.BlockStringCharacters} characters in block strings.");
        GraphQLDocument document;
        try
        {
            if (TokenCount.IsOver(text))
                return Refused($"A document may hold {Limits.Tokens} tokens.");
            document = Parser.Parse(text, new ParserOptions { Ignore = IgnoreOptions.Comments });
        }
        catch (GraphQLSyntaxErrorException error)
        {
            return (null, [ErrorTable.Syntax(error)]);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            return Refused($"Selections may be nested {Limits.Depth} levels deep.");
        }
        if (!document.Definitions.Exists(d => d is GraphQLOperationDefinition))
            return (null, [new WireError("The document holds no operation.", Codes.BadRequest)]);
        if (DocumentGuard.Fault(document) is { } fault)
            return Refused(fault);
        if (await Validation.Errors(schema, document, cancel) is { Count: > 0 } errors)
            return (null, [.. errors.Select(ErrorTable.Of)]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var prepared = new Prepared(document, hash, Introspection.IsIn(document), new CostPlan(schema, document))
        {
            LastQuestions = document.Definitions.OfType<GraphQLOperationDefinition>()
                .Select(o => (Operation: o, Last: LastQuestion.Of(schema, document, o))).Where(o => o.Last is not null).ToDictionary(o => o.Operation, o => o.Last!),
        };
        return (prepared, []);
    }

    private static (Prepared?, IReadOnlyList<WireError>) Refused(string fault) => (null, [new WireError(fault, Codes.Guard)]);
}
