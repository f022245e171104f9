using System.Globalization;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Facts;

/// <summary>
/// Facts of one kind of record, told in a view that is not its own: a row for each fact that means something there, under the fact's own
/// label, never changed afterwards.
/// </summary>
public sealed class Telling(IProjected of, IProjected into, Func<IRow, StoredFact<IFact>, Happening?> tell, Func<ToldHappening, IRow> row, Func<IFact, string> name)
{
    /// <summary>The projection of the record that it happens to.</summary>
    public IProjected Of => of;

    /// <summary>The projection in whose view it is told.</summary>
    public IProjected In => into;

    /// <param name="after">The record's row with the fact folded in.</param>
    public (IRow Row, CaseId Case)? Tell(IRow after, StoredFact<IFact> fact) =>
        tell(after, fact) is { } happening
            ? (into.Shown(row(new ToldHappening(IdOf(fact), happening, name(fact.Fact), of.View.Table, fact)), fact.Marked), happening.Case)
            : null;

    /// <summary>What the facts tell, in their order.</summary>
    /// <param name="before">The record's row without them.</param>
    public IEnumerable<(IRow Row, CaseId Case)> Tell(IRow? before, IEnumerable<StoredFact<IFact>> facts)
    {
        var now = before;
        foreach (var fact in facts)
        {
            now = of.Evolve(now, fact);
            if (Tell(now, fact) is { } told)
                yield return told;
        }
    }

    /// <summary>The id of what a fact tells.</summary>
    internal static Guid IdOf(StoredFact<IFact> fact) =>
        NameId.For("told", string.Create(CultureInfo.InvariantCulture, $"{fact.Stream:N}|{fact.Version}"));
}
