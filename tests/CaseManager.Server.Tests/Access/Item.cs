namespace CaseManager.Server.Tests.Access;

/// <summary>A record that was made, with what the model needs to foretell lists, counts and figures.</summary>
/// <param name="Type">Its name in the schema.</param>
/// <param name="Canary">A word that stands in this record and in no other; empty where it has no text of its own.</param>
internal sealed record Item(string Type, string Id, Marking Marking, string Canary = "")
{
    /// <summary>As it stands now.</summary>
    public Marking Marking { get; set; } = Marking;

    /// <summary>It says nothing of itself and is marked as its case, whatever that will be.</summary>
    public bool AsCase { get; set; }

    /// <summary>For a case: what it says beside its TLP.</summary>
    public Restrictions? Said { get; set; }

    /// <summary>For a case: its originator is asked before it is passed on.</summary>
    public bool Controlled => Said?.Handling.Contains("H2") == true;

    /// <summary>How many facts it has, for those who change it.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The case, operation, task force or compartment it belongs to.</summary>
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

    public override string ToString() => $"{Type} {Number}{Canary} {Marking}"
        + (Ends is { } ends ? $" between ({ends.From}) and ({ends.To})" : "");
}
