using CaseManager.Server.Kernel.Reading;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CaseManager.Server.GraphQl.Execution;

/// <summary>Field after field on one connection and one snapshot; loads wait until all siblings have asked.</summary>
internal class OneByOne : SerialExecutionStrategy
{
    protected override Task ExecuteNodeAsync(ExecutionContext context, ExecutionNode node)
    {
        if (context.UserContext is Turn { LastQuestion: { } last } turn && ReferenceEquals(node.Field, last))
            turn.Services.GetRequiredService<IReader>().Last();
        return base.ExecuteNodeAsync(context, node);
    }

    protected override void ValidateNodeResult(ExecutionContext context, ExecutionNode node)
    {
        // A subscription being opened: the field gave its source, and there is nothing to show yet.
        if (context.UserContext is Turn { Source: { } source } && ReferenceEquals(node.Result, source))
        {
            node.Result = null;
            return;
        }
        if (node.Result is null && context.UserContext is Turn asking && LookUps.IsOne(context, node))
            asking.Trail.Miss(LookUps.Named(context, node));
        if (node.Result is null && TypeOf(node) is NonNullGraphType)
            throw new ExecutionError("A value that must be there is missing.") { Code = Codes.NullInNonNull };
        base.ValidateNodeResult(context, node);
    }

    private static IGraphType? TypeOf(ExecutionNode node) => node.IndexInParentNode is null
        ? node.FieldDefinition?.ResolvedType
        : (node.Parent?.GraphType as ListGraphType)?.ResolvedType;

    protected override void SetNodeError(ExecutionContext context, ExecutionNode node, ExecutionError error)
    {
        if (node.FieldDefinition is { } field && (node.IndexInParentNode is null ? node.Parent : node.Parent?.Parent) is ObjectExecutionNode parent)
            error.AddExtension("coordinate", $"{parent.GetObjectGraphType(context.Schema)?.Name}.{field.Name}");
        base.SetNodeError(context, node, error);
    }
}

/// <summary>Mutations run one after another, each answered in full before the next begins.</summary>
internal sealed class ActByAct : OneByOne
{
    public override async Task ExecuteNodeTreeAsync(ExecutionContext context, ExecutionNode rootNode)
    {
        foreach (var act in ((ObjectExecutionNode)rootNode).SubFields ?? [])
            await base.ExecuteNodeTreeAsync(context, act);
    }
}

internal sealed class Strategies : IExecutionStrategySelector
{
    private readonly OneByOne _queries = new();
    private readonly ActByAct _mutations = new();

    public IExecutionStrategy Select(ExecutionContext context) =>
        context.Operation.Operation == OperationType.Mutation ? _mutations : _queries;
}
