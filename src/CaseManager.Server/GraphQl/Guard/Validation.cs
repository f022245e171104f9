using GraphQL;
using GraphQL.Instrumentation;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl.Guard;

/// <summary>The specification's rules, run once for a document; stops at the error that would not be shown any more.</summary>
internal static class Validation
{
    private static readonly IValidationRule[] Rules =
    [
        .. DocumentValidator.CoreRules.Where(r => r is not OverlappingFieldsCanBeMerged and not FieldArgumentsAreValidRule),
        new MergeRule(),
    ];

    public static async Task<IReadOnlyList<ExecutionError>> Errors(ISchema schema, GraphQLDocument document, CancellationToken cancel)
    {
        var context = new ValidationContext
        {
            Schema = schema,
            Document = document,
            TypeInfo = new TypeInfo(schema),
            Operation = document.Definitions.OfType<GraphQLOperationDefinition>().First(),
            Variables = Inputs.Empty,
            Extensions = Inputs.Empty,
            UserContext = new Dictionary<string, object?>(0),
            Metrics = Metrics.None,
            CancellationToken = cancel,
        };
        var visitors = new List<INodeVisitor> { context.TypeInfo, new Enough() };
        foreach (var rule in Rules)
            if (await rule.GetPreNodeVisitorAsync(context) is { } visitor)
                visitors.Add(visitor);
        try
        {
            await new BasicVisitor(visitors).VisitAsync(document, new BasicVisitor.State(context));
        }
        catch (EnoughErrors)
        {
            // The errors collected so far are the answer.
        }
        return context.HasErrors ? [.. context.Errors.Take(Limits.Errors)] : [];
    }

    private sealed class Enough : INodeVisitor
    {
        public ValueTask EnterAsync(ASTNode node, ValidationContext context) =>
            context.HasErrors && context.Errors.Skip(Limits.Errors - 1).Any() ? throw new EnoughErrors() : default;

        public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;
    }

    private sealed class EnoughErrors : Exception;
}
