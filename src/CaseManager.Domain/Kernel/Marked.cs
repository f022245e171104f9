namespace CaseManager.Domain.Kernel;

/// <summary>How a record is marked by itself, beside what it stands under.</summary>
/// <param name="Readers">Who may read it by name; for TLP:RED only.</param>
/// <param name="Caveats">Absent: none.</param>
public sealed record Marked(Tlp Tlp, Items<OfficerId> Readers, Caveats? Caveats)
{
    public static Marked Of(Label own) => new(own.Tlp, own.Readers, own.Caveats);

    /// <summary>The record's own label with this marking.</summary>
    public Label On(Label own) => own with { Tlp = Tlp, Readers = Readers, Caveats = Caveats };
}
