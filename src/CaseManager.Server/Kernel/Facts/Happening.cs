using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Kernel.Facts;

/// <summary>What a fact of another record means for a case, to be told in it by itself.</summary>
/// <param name="Tlp">As the label of the fact says, under which it is told.</param>
/// <param name="Text">One sentence.</param>
public sealed record Happening(CaseId Case, AgencyId Originator, Tlp Tlp, Occurrence Occurrence, string Text)
{
    private const string Zone = "Etc/UTC";

    /// <summary>At an instant, told in no zone of anybody's.</summary>
    public static Occurrence At(DateTimeOffset at) => new(Precision.Instant, Zone, at.ToUniversalTime(), at.ToUniversalTime(), null, null);
}

/// <summary>A happening with where it comes from.</summary>
/// <param name="Id">The same at every rebuild.</param>
/// <param name="Name">The fact's stored name.</param>
/// <param name="View">The table of the record's view; its key is the fact's stream.</param>
public sealed record ToldHappening(Guid Id, Happening Happening, string Name, string View, StoredFact<IFact> Fact);
