namespace CaseManager.Domain.Kernel;

/// <summary>The scheme in which source and information were evaluated. Grades are never converted from one to another.</summary>
public enum GradeScheme
{
    /// <summary>Admiralty (NATO) 6×6: A–F, 1–6; F and 6 mean unknown, not bad.</summary>
    Admiralty6X6,

    /// <summary>Europol 4×4: A, B, C, X and 1–4.</summary>
    Europol4X4,

    /// <summary>UK 3×5×2: source 1–3, intelligence A–E.</summary>
    Uk3X5X2,

    /// <summary>UK 5×5×5, still met on imports: source A–E, intelligence 1–5.</summary>
    Uk5X5X5,
}

/// <summary>The evaluation of a source and of what it said, each by one letter or digit of the scheme.</summary>
public sealed record Grade(GradeScheme Scheme, string Source, string Information)
{
    public static readonly Refusal UnknownSource = new("grade.unknown-source", "The scheme has no such evaluation of a source.");
    public static readonly Refusal UnknownInformation = new("grade.unknown-information", "The scheme has no such evaluation of information.");

    public static Refusal? Check(Grade? grade, string field)
    {
        if (grade is null)
            return null;
        if (Choice.Check(grade.Scheme, $"{field}.scheme") is { } unlisted)
            return unlisted;
        var (sources, information) = Codes(grade.Scheme);
        if (!Has(sources, grade.Source))
            return UnknownSource.At($"{field}.source");
        if (!Has(information, grade.Information))
            return UnknownInformation.At($"{field}.information");
        return null;
    }

    /// <summary>The codes of a scheme in its own order; none for a scheme that is not listed.</summary>
    public static (string Sources, string Information) Codes(GradeScheme scheme) => scheme switch
    {
        GradeScheme.Admiralty6X6 => ("ABCDEF", "123456"),
        GradeScheme.Europol4X4 => ("ABCX", "1234"),
        GradeScheme.Uk3X5X2 => ("123", "ABCDE"),
        GradeScheme.Uk5X5X5 => ("ABCDE", "12345"),
        _ => ("", ""),
    };

    private static bool Has(string codes, string? code) => code is { Length: 1 } && codes.Contains(code[0], StringComparison.Ordinal);
}
