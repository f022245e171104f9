using CaseManager.Domain.Cases;

namespace CaseManager.Bench.Acts;

/// <summary>A case as a stock Marten application would keep it: one stream, folded into a document with each append.</summary>
public sealed partial class StockCase
{
    public Guid Id { get; set; }
    public string Title { get; set; } = "";
    public string? LastText { get; set; }
    public int Entries { get; set; }

    public static StockCase Create(CaseOpened opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return new() { Id = opened.Case.Value, Title = opened.Title };
    }

    public void Apply(EntryRecorded recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        (LastText, Entries) = (recorded.Text, Entries + 1);
    }
}
