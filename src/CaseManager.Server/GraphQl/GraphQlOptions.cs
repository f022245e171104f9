namespace CaseManager.Server.GraphQl;

/// <summary>Section <c>GraphQl</c> of the configuration.</summary>
public sealed class GraphQlOptions
{
    /// <summary>Role in a token that lifts the lock and may read the schema.</summary>
    public const string DeveloperRole = "developer";

    /// <summary>Only documents that were shipped are executed, and only developers introspect. Default: on in Production.</summary>
    public bool TrustedDocumentsOnly { get; set; }

    /// <summary>Roles in a token whose bearers ask what they like: queries of their own, while acts and subscriptions stay those that were shipped.</summary>
    public IReadOnlyList<string> FreeQueryRoles { get; set; } = [];

    /// <summary>Folder of the documents, relative to the content root.</summary>
    public string TrustedDocuments { get; set; } = "trusted-documents";

    /// <summary>Points that an officer's operations may cost at once, by fields and objects together; absent: no limit. Default: <see cref="Limits.CostBudget"/> in Production.</summary>
    public int? CostBudget { get; set; }

    /// <summary>Points that come back to each officer by the second.</summary>
    public int CostPerSecond { get; set; } = Limits.CostPerSecond;

    /// <summary>Time an operation may take.</summary>
    public TimeSpan Deadline { get; set; } = Limits.Deadline;
}
