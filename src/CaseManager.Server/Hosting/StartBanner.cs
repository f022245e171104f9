namespace CaseManager.Server.Hosting;

/// <summary>What a newcomer reads when the server is up: where to go, who to be, what to ask first.</summary>
public static class StartBanner
{
    /// <summary>A place to open: <paramref name="Name"/> such as <c>GraphQL</c>, and its address.</summary>
    public sealed record Address(string Name, string Url);

    /// <summary>A demo officer to sign in as.</summary>
    public sealed record Officer(string SignIn, string Name, string Agency, string Role);

    /// <summary>A query to paste, and the officer who may see its answer.</summary>
    public sealed record Query(string Purpose, string SignIn, string Document);

    /// <summary>Prints all of it; parts that are empty are left out.</summary>
    public static void Print(
        TextWriter to, TimeSpan startedIn, IReadOnlyList<Address> addresses, IReadOnlyList<Officer> officers, IReadOnlyList<Query> queries)
    {
        to.WriteLine();
        to.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"CaseManager is ready (started in {startedIn.TotalSeconds:0.0} s). Ctrl-C stops it."));
        foreach (var line in Columns(addresses.Select(address => new[] { address.Name, address.Url })))
            to.WriteLine($"  {line}");
        if (officers.Count > 0)
            to.WriteLine("\nDemo officers to sign in as (Development only):");
        foreach (var line in Columns(officers.Select(who => new[] { who.SignIn, who.Name, who.Agency, who.Role })))
            to.WriteLine($"  {line}");
        if (queries.Count > 0)
            to.WriteLine("\nFirst queries to paste:");
        foreach (var query in queries)
            to.WriteLine($"  # {query.Purpose} (as {query.SignIn})\n  {query.Document.Trim().ReplaceLineEndings("\n  ")}\n");
        to.Flush();
    }

    private static IEnumerable<string> Columns(IEnumerable<string[]> lines)
    {
        var rows = lines.ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) =>
            cell.PadRight(rows.Max(other => other[column].Length)))).TrimEnd());
    }
}
