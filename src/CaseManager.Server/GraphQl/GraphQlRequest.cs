namespace CaseManager.Server.GraphQl;

/// <summary>A GraphQL request, whichever transport brought it.</summary>
/// <param name="Query">The document; null when an id names a trusted one.</param>
/// <param name="OperationName">Which operation, when the document holds several.</param>
/// <param name="Variables">By name, as JSON values in C# types.</param>
/// <param name="DocumentId">Of a trusted document.</param>
/// <param name="Cost">What the header <c>GraphQL-Cost</c> asks for.</param>
/// <param name="LastEvent">The header <c>Last-Event-ID</c>: the point up to which an event stream was received.</param>
public sealed record GraphQlRequest(
    string? Query,
    string? OperationName = null,
    IReadOnlyDictionary<string, object?>? Variables = null,
    string? DocumentId = null,
    CostReport Cost = CostReport.None,
    string? LastEvent = null);

/// <summary>Whether the cost of an operation is told.</summary>
public enum CostReport
{
    /// <summary>Not told.</summary>
    None,

    /// <summary>Told beside the answer.</summary>
    Report,

    /// <summary>Told instead of executing.</summary>
    Validate,
}
