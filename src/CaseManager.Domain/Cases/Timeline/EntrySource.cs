using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Where an entry's information comes from.</summary>
public enum SourceKind
{
    OfficerReport,
    Witness,

    /// <summary>A person whose identity is protected.</summary>
    ProtectedSource,
    Document,
    Surveillance,
    PartnerAgency,
    OpenSource,
    LegalProcess,
}

/// <param name="Reference">The source's own reference, such as a report number.</param>
public sealed record EntrySource(SourceKind Kind, string? Reference)
{
    // Who reads the entry reads its source; whatever leads to a protected person is kept apart, under its own label.
    public static readonly Refusal Protected = new("entry.source-protected", "A protected source is not named in an entry, nor by a reference.");

    public static Refusal? Check(EntrySource? source, string field)
    {
        if (source is null)
            return null;
        if (Choice.Check(source.Kind, $"{field}.kind") is { } unlisted)
            return unlisted;
        if (source.Reference is null)
            return null;
        if (source.Kind == SourceKind.ProtectedSource)
            return Protected.At($"{field}.reference");
        return Text.Check(source.Reference, CaseLimits.SourceReference, $"{field}.reference");
    }
}
