namespace CaseManager.Server.Tests.Access;

/// <summary>A record that was made, with what the model needs to foretell lists, counts and figures.</summary>
/// <param name="Type">Its name in the schema.</param>
/// <param name="Canary">A word that stands in this record and in no other; empty where it has no text of its own.</param>
internal sealed record Item(string Type, string Id, Marking Marking, string Canary = "")
{
    /// <summary>The case, operation or task force it belongs to.</summary>
    public string? Of { get; init; }

    /// <summary>For a link, which stands under what both its ends stand under.</summary>
    public (Item From, Item To)? Ends { get; init; }

    /// <summary>Who last changed it; for a grant whose it is.</summary>
    public Person? By { get; init; }

    /// <summary>The task force a case is worked under; the operation's likewise.</summary>
    public string? Force { get; init; }

    /// <summary>What an operation serves, a partner site stands for, a task waits for.</summary>
    public string? Other { get; init; }

    public string Number { get; init; } = "";

    /// <summary>By what it is counted.</summary>
    public string Kind { get; init; } = "";

    public string Status { get; set; } = "";

    public Body? Agency { get; init; }

    public Person? Assignee { get; set; }

    /// <summary>How many entries tell of it in its case's timeline by themselves.</summary>
    public int Told { get; set; }

    public override string ToString() => $"{Type} {Number}{Canary} {Marking.Tlp} {Marking.NeedsToKnow.GetType().Name} of {Marking.Originator.Code}"
        + (Ends is { } ends ? $" between ({ends.From}) and ({ends.To})" : "");
}
