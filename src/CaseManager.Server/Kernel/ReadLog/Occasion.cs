namespace CaseManager.Server.Kernel.ReadLog;

/// <summary>In what way something was read.</summary>
/// <param name="Operation">The operation's name, as the client gave it.</param>
/// <param name="Document">SHA-256 of the document, lower-case hex; null where the product itself looks for a subscriber.</param>
public sealed record Occasion(ReadKind Kind, string? Operation, string? Document);

/// <summary>How something came to be read.</summary>
public enum ReadKind
{
    /// <summary>By a question.</summary>
    Query,

    /// <summary>In the answer to an act, which shows what came of it.</summary>
    Act,

    /// <summary>In an event of something followed.</summary>
    Event,
}

/// <summary>What came of asking.</summary>
public enum ReadDecision
{
    /// <summary>It was shown.</summary>
    Shown,

    /// <summary>There is nothing there for that officer: missing and hidden are the same.</summary>
    Nothing,

    /// <summary>The officer sees the record, and may not do what they tried.</summary>
    Refused,
}
