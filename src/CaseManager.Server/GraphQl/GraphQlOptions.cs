namespace CaseManager.Server.GraphQl;

/// <summary>Section <c>GraphQl</c> of the configuration.</summary>
public sealed class GraphQlOptions
{
    /// <summary>Role in a token that lifts the lock and may read the schema.</summary>
    public const string DeveloperRole = "developer";

    /// <summary>Only documents that were shipped are executed, and only developers introspect. Default: on in Production.</summary>
    public bool TrustedDocumentsOnly { get; set; }

    /// <summary>Folder of the documents, relative to the content root.</summary>
    public string TrustedDocuments { get; set; } = "trusted-documents";

    /// <summary>Time an operation may take.</summary>
    public TimeSpan Deadline { get; set; } = Limits.Deadline;
}
