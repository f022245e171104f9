namespace CaseManager.Server.Kernel.Live;

/// <summary>From where a subscription goes on; nothing when it begins now. Browsers say it as <c>Last-Event-ID</c>.</summary>
public readonly record struct Since(string? Point)
{
    /// <summary>For the schema.</summary>
    public const string Meaning =
        "The point of the last event received, or of a question asked before: what changed after it comes first, without gap or double. Absent: from now on.";
}
