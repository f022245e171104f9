namespace CaseManager.Server.Demo;

/// <summary>Where an entry comes from, and how it is graded.</summary>
internal static class Given
{
    public static object Report(string? reference = null) => Source("OFFICER_REPORT", reference);

    public static object Protected => Source("PROTECTED_SOURCE", null);

    public static object Paper(string? reference = null) => Source("DOCUMENT", reference);

    public static object Order(string? reference = null) => Source("LEGAL_PROCESS", reference);

    public static object Partner(string? reference = null) => Source("PARTNER_AGENCY", reference);

    public static object Watch(string? reference = null) => Source("SURVEILLANCE", reference);

    public static object Open(string? reference = null) => Source("OPEN_SOURCE", reference);

    public static object Witness(string? reference = null) => Source("WITNESS", reference);

    public static object Eu(string source, string information) => Grade("EUROPOL_4X4", source, information);

    public static object Nato(string source, string information) => Grade("ADMIRALTY_6X6", source, information);

    public static object Uk(string source, string information) => Grade("UK_3X5X2", source, information);

    private static object Source(string kind, string? reference) => new { kind, reference };

    private static object Grade(string scheme, string source, string information) => new { scheme, source, information };

    /// <summary>What may be done with it, by Europol's codes.</summary>
    public static object Handling(params string[] codes) => new { handling = codes };
}
