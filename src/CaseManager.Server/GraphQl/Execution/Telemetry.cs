using System.Diagnostics;
using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl.Execution;

/// <summary>Spans of operations: type and hash, and of documents shipped with the clients their name. All else in a document is somebody's own words.</summary>
internal static class Telemetry
{
    public const string SourceName = "CaseManager.GraphQl";

    private static readonly ActivitySource Source = new(SourceName);

    public static Activity? Start(GraphQLOperationDefinition operation, string hash, Func<bool> shipped)
    {
        if (!Source.HasListeners())
            return null;
        var type = operation.Operation switch
        {
            OperationType.Mutation => "mutation",
            OperationType.Subscription => "subscription",
            _ => "query",
        };
        var activity = Source.StartActivity(type);
        activity?.SetTag("graphql.operation.type", type);
        if (shipped())
            activity?.SetTag("graphql.operation.name", operation.Name?.StringValue);
        activity?.SetTag("graphql.document.hash", "sha256:" + hash);
        return activity;
    }
}
