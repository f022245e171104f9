using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>By what right a thing was taken.</summary>
public enum AuthorityKind
{
    SearchWarrant,
    ProductionOrder,

    /// <summary>On an arrest, by the law of arrest.</summary>
    Arrest,

    /// <summary>Seen where the officer was lawfully.</summary>
    PlainView,
    Consent,

    /// <summary>Goods examined at a border.</summary>
    CustomsExamination,

    /// <summary>Found or handed in.</summary>
    Found,

    /// <summary>Asked for by another country, under a treaty.</summary>
    ForeignRequest,

    /// <summary>Another statute, named by the reference.</summary>
    Statute,
}

/// <summary>The legal basis of a seizure.</summary>
/// <param name="Reference">Number of the warrant, order or request, or the section of the statute.</param>
public sealed record Authority(AuthorityKind Kind, string? Reference)
{
    public static readonly Refusal NeedsReference =
        new("exhibit.authority-needs-reference", "A warrant, an order, a request or a statute is named by its reference.");

    public static Refusal? Check(Authority authority, string field)
    {
        if (Choice.Check(authority.Kind, $"{field}.kind") is { } unlisted)
            return unlisted;
        if (authority.Reference is not null)
            return Text.Check(authority.Reference, ExhibitLimits.AuthorityReference, $"{field}.reference");
        return IsNamed(authority.Kind) ? NeedsReference.At($"{field}.reference") : null;
    }

    private static bool IsNamed(AuthorityKind kind) =>
        kind is AuthorityKind.SearchWarrant or AuthorityKind.ProductionOrder or AuthorityKind.ForeignRequest or AuthorityKind.Statute;
}
