using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Cases;

/// <summary>Facts of one timeline entry's stream. Stored for ever: add, never edit.</summary>
public interface IEntryFact : IFact;

/// <param name="Originator">The agency of the officer who recorded it; its label stays that agency's whoever corrects it.</param>
/// <param name="SharedWith">The task force that needs to know, when the case is for its eyes.</param>
/// <param name="Readers">Who may read it by name; for TLP:RED only.</param>
public sealed record EntryRecorded(
    EntryId Entry, CaseId Case, string Text, Occurrence Occurrence, EntrySource? Source, Grade? Grade, Items<string> Tags,
    AgencyId Originator, Tlp Tlp, TaskForceId? SharedWith, Items<OfficerId> Readers) : IEntryFact
{
    /// <summary>Its own, beside the case's; absent: none.</summary>
    public Caveats? Caveats { get; init; }

    /// <summary>Its own label, beside the case's.</summary>
    public Label Own() => new(Originator, Tlp, Case, SharedWith, Readers) { Caveats = Caveats };

    /// <summary>The label it stands under on its case.</summary>
    public Label On(Label onCase) => Own().Under(onCase);
}

public sealed record EntryTextCorrected(string Was, string Is, string Reason) : IEntryFact;

public sealed record EntryOccurrenceCorrected(Occurrence Was, Occurrence Is, string Reason) : IEntryFact;

public sealed record EntrySourceCorrected(EntrySource? Was, EntrySource Is, string Reason) : IEntryFact;

public sealed record EntryGradeChanged(Grade? Was, Grade Is, string Reason) : IEntryFact;

public sealed record EntryTagged(string Tag) : IEntryFact;

public sealed record EntryUntagged(string Tag) : IEntryFact;

/// <param name="Reference">Where it is kept: an <c>https</c> or <c>urn</c> address; the file itself is not here.</param>
/// <param name="Sha256">64 hexadecimal digits in lower case.</param>
/// <param name="Size">Bytes.</param>
public sealed record AttachmentReferenced(string Reference, string Name, string? MediaType, string? Sha256, long? Size) : IEntryFact;

public sealed record AttachmentReferenceWithdrawn(string Reference, string Reason) : IEntryFact;

/// <param name="Lowered">Somebody may be let in by it, or may do more.</param>
public sealed record EntryMarkingChanged(Marked Was, Marked Is, bool Lowered, string Reason) : IEntryFact;
