using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;

namespace CaseManager.Server.Kernel.Reading;

/// <summary>How facts become rows of a view: one pure fold, used when a fact is appended, when a view is rebuilt and when a history is told.</summary>
public sealed class Projected<TFact, TRow>(View<TRow> view, Func<TRow?, StoredFact<TFact>, TRow> evolve) : IProjected
    where TFact : IFact
    where TRow : class, IRow
{
    public IView View => view;

    public RowShape Shape => view.Shape;

    public bool Folds(IFact fact) => fact is TFact;

    public bool Folds(Type fact) => fact.IsAssignableTo(typeof(TFact));

    public IRow Evolve(IRow? row, StoredFact<IFact> fact) =>
        evolve((TRow?)row, fact.As<TFact>());

    public IRow Shown(IRow row, Tlp? marked) => marked is { } tlp && view.Remarked is { } remarked ? remarked((TRow)row, tlp) : row;
}

/// <summary>A projection as the kernel handles it.</summary>
public interface IProjected
{
    IView View { get; }
    RowShape Shape { get; }
    bool Folds(IFact fact);
    bool Folds(Type fact);
    IRow Evolve(IRow? row, StoredFact<IFact> fact);

    /// <summary>The row as it is stored: what its record is marked with by now, in all its versions, for a history alone tells what it was.</summary>
    IRow Shown(IRow row, Tlp? marked);
}
