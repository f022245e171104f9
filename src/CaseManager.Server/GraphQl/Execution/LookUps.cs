using CaseManager.Server.GraphQl.Nodes;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CaseManager.Server.GraphQl.Execution;

/// <summary>Root fields that look one record up by what the client says of it: an id, a number. Without a record they are null.</summary>
internal static class LookUps
{
    /// <summary>Also an element of a list of such, as in <c>nodes</c>.</summary>
    public static bool IsOne(ExecutionContext context, ExecutionNode node) =>
        context.Operation.Operation == OperationType.Query && node.FieldDefinition is { } field
        && (node.IndexInParentNode is null ? node.Parent : node.Parent?.Parent) is RootExecutionNode
        && field.Arguments?.Any(argument => argument.ResolvedType is NonNullGraphType) == true;

    /// <summary>The record that was asked for, where that was said by an id of a type that there is.</summary>
    public static (string? Type, Guid? Record) Named(ExecutionContext context, ExecutionNode node)
    {
        foreach (var (_, argument) in context.ArgumentValues?.GetValueOrDefault(node.Field!) ?? new Dictionary<string, ArgumentValue>())
        {
            var given = node.IndexInParentNode is { } at && argument.Value is IList<object?> many ? many[at] : argument.Value;
            if (given is string id && GlobalId.TryRead(id, out var type, out var key) && context.Schema.AllTypes[type] is IObjectGraphType)
                return (type, key);
        }
        return (null, null);
    }
}
