namespace CaseManager.Server.Kernel.Reading;

/// <summary>A row of a view: the fold of one stream's facts.</summary>
public interface IRow
{
    /// <summary>The stream.</summary>
    Guid Key { get; }

    /// <summary>How many facts are folded in.</summary>
    long Version { get; }

    /// <summary>Interned label: whether a caller sees the row at all.</summary>
    int Label { get; }

    /// <summary>When its last fact was recorded.</summary>
    DateTimeOffset ChangedAt { get; }
}
